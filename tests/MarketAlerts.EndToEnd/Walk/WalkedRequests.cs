using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>Makes every request to the tables that writes a step of the host's life, whichever store sends it.</summary>
/// <param name="life">The host's life.</param>
internal sealed class WalkedRequests(Lifeline life) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var path = message.Request.Uri.ToUri().AbsolutePath;
        var table = path[(path.LastIndexOf('/') + 1)..].Split('(')[0];
        life.Live();
        if (message.Request.Method == RequestMethod.Get || table is "Tables")
        {
            await ProcessNextAsync(message, pipeline);
            life.Live();
            return;
        }

        await life.StepAsync(
            $"{message.Request.Method} {table}",
            async () =>
            {
                await ProcessNextAsync(message, pipeline);
                return true;
            }
        );
    }
}
