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

/// <summary>One decision about something that reached a subscriber, with its reason.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Subject">The mail's key or the item's message.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LedgerEntry(SubscriberId Subscriber, DateTimeOffset At, DeliveryStep Decision, string Subject, string Reason)
{
    /// <summary>The incidents it is about; empty where none is.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];
}
