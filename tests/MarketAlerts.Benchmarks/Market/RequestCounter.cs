using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketAlerts.Benchmarks.Market;

/// <summary>Counts the requests of a client, retries too, and the bytes of their bodies both ways.</summary>
internal sealed class RequestCounter : HttpPipelinePolicy
{
    private long _requests;
    private long _sent;
    private long _received;

    /// <summary>What was counted so far.</summary>
    public Traffic SoFar => new(Interlocked.Read(ref _requests), Interlocked.Read(ref _sent), Interlocked.Read(ref _received));

    /// <summary>What some work needs.</summary>
    public async Task<Traffic> DuringAsync(Func<Task> work)
    {
        var before = SoFar;
        await work();
        return SoFar - before;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Count(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Count(message);
    }

    private void Count(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _sent, message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0);
        Interlocked.Add(ref _received, message.Response.ContentStream is { CanSeek: true } body ? body.Length : 0);
    }
}
