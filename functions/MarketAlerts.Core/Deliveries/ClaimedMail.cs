using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A message to one address as it is written down before it is sent.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Key">Its key within the subscriber: session, incident, number, and the address' place from the second on.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Carried">The incidents it tells of, the one it belongs to first.</param>
/// <param name="Taken">The items it takes; a message to several addresses names them with the first.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="Mail">The message.</param>
public sealed record ClaimedMail(
    SubscriberId Subscriber,
    string Key,
    MailState State,
    IReadOnlyList<string> Carried,
    IReadOnlyList<Waiting> Taken,
    int Attempts,
    AlertMail Mail
)
{
    /// <summary>What its latency is counted from; null of a message that tells of no incident.</summary>
    public MailLatency? Latency { get; init; }

    /// <summary>The key of a message of an incident to one of a subscriber's addresses.</summary>
    public static string KeyOf(DateOnly session, string incidentId, int number, int address) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{session:yyyyMMdd}.{incidentId}.{number:D4}{(address is 0 ? "" : ".")}{(address is 0 ? null : address)}"
        );
}

/// <summary>What the latency of a message is counted from. All times are UTC.</summary>
/// <param name="Quote">Market time of the quote by which it became due; null where no quote made it, as with news and the end of a
/// day.</param>
/// <param name="Seen">When we saw that.</param>
/// <param name="Decided">When it was decided that it goes, and written.</param>
/// <param name="GroupWait">How long it waited for company on purpose; null where something else decided when it goes: a choice of its
/// subscriber or a channel's quota.</param>
/// <param name="DataDelay">How late the source says that its quotes are.</param>
public sealed record MailLatency(
    DateTimeOffset? Quote,
    DateTimeOffset Seen,
    DateTimeOffset Decided,
    TimeSpan? GroupWait,
    TimeSpan DataDelay
)
{
    /// <summary>
    /// How long it took us until the server accepted it, beyond group wait and data delay; null where that is not ours to answer for.
    /// </summary>
    public TimeSpan? OwnUntil(DateTimeOffset accepted) => accepted - Quote - GroupWait - DataDelay;
}

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
