using Azure.Core;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>
/// How the pipeline to Azure Communication Services behaves: it repeats nothing, because whoever sends mails decides when to try again.
/// </summary>
internal sealed class AcsClientOptions : ClientOptions
{
    public AcsClientOptions(TimeSpan limit)
    {
        Retry.MaxRetries = 0;
        Retry.NetworkTimeout = limit;
    }
}
