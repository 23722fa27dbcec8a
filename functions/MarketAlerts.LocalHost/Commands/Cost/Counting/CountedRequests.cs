using Azure.Core;
using Azure.Core.Pipeline;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>Counts the requests of a storage client, retries too, with the function call that makes them.</summary>
/// <param name="meter">Keeps them.</param>
public sealed class CountedRequests(CallMeter meter) : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        meter.AddRequest();
        ProcessNext(message, pipeline);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        meter.AddRequest();
        return ProcessNextAsync(message, pipeline);
    }
}
