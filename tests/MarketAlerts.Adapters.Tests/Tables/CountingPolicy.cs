using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Counts the requests that leave a client.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _requests);
}
