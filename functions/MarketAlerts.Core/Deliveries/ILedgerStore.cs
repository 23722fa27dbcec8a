using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>The ledger: every decision about what reached a subscriber, with its reason.</summary>
public interface ILedgerStore
{
    /// <summary>The whole ledger, by subscriber, newest first.</summary>
    IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken);

    /// <summary>The ledger of one subscriber, newest first.</summary>
    IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken);
}
