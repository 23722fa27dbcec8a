using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Lets so many requests through and no more: a process that ends there.</summary>
/// <param name="requests">How many.</param>
internal sealed class FusePolicy(int requests) : HttpPipelineSynchronousPolicy
{
    private int _left = requests;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (Interlocked.Decrement(ref _left) < 0)
        {
            throw new RequestFailedException("The fuse has blown.");
        }
    }
}
