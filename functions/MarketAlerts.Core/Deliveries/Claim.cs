namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// One message of a subscriber, written down at once: to all addresses it goes to, with what it takes off the waiting list.
/// </summary>
/// <param name="Mails">The message, once an address.</param>
/// <param name="Taken">The rows it takes off the waiting list.</param>
/// <param name="History">What the subscriber was told of, this message included, against the version read.</param>
/// <param name="Ledger">The decisions.</param>
/// <param name="ResendAt">When what was not recorded by then is sent again.</param>
public sealed record Claim(
    IReadOnlyList<ClaimedMail> Mails,
    IReadOnlyList<Waiting> Taken,
    SubscriberHistory History,
    IReadOnlyList<LedgerEntry> Ledger,
    DateTimeOffset ResendAt
)
{
    /// <summary>Rows that go back on the waiting list: the parts of taken items that wait longer.</summary>
    public IReadOnlyList<Waiting> Rest { get; init; } = [];
}
