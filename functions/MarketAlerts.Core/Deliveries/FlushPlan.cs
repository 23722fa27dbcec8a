using MarketAlerts.Core.Deliveries.Storms;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What becomes of everything that waits for one subscriber.</summary>
/// <param name="Held">What does not go out.</param>
/// <param name="Taken">What goes out, in one message.</param>
/// <param name="Carried">The incidents it tells of, the one it belongs to first; empty when nothing goes out.</param>
/// <param name="Kind">What the message is.</param>
/// <param name="Reason">Why it is sent, in a sentence.</param>
public sealed record FlushPlan(
    IReadOnlyList<HeldItem> Held,
    IReadOnlyList<TakenItem> Taken,
    IReadOnlyList<Incident> Carried,
    MailKind Kind,
    string Reason
)
{
    /// <summary>Where it goes: at least one address when a message goes out.</summary>
    public IReadOnlyList<ChannelAddress> To { get; init; } = [];

    /// <summary>What of the items that go out is not told, and why.</summary>
    public IReadOnlyList<LeftEntry> Left { get; init; } = [];

    /// <summary>The threads of the subscriber once this is told.</summary>
    public IReadOnlyList<ToldThread> Threads { get; init; } = [];

    /// <summary>Whether a message of its own waits behind this one.</summary>
    public bool HasMore { get; init; }

    /// <summary>The storm it tells of; null for a message of something else.</summary>
    internal Storm? Storm { get; init; }

    /// <summary>The prices that the last message of the lead's thread showed.</summary>
    public IReadOnlyList<ToldPrice> LastPrices { get; init; } = [];

    /// <summary>Incidents that were told and are over since: a line each.</summary>
    public IReadOnlyList<Incident> Over { get; init; } = [];

    /// <summary>Incidents of an earlier session that did not go on in this one: a line each at its close.</summary>
    public IReadOnlyList<Incident> Ended { get; init; } = [];

    /// <summary>Whether a message goes out.</summary>
    public bool Sends => Carried.Count > 0;

    /// <summary>The incident it belongs to.</summary>
    public Incident Lead => Carried[0];

    /// <summary>The entries that go out.</summary>
    public IEnumerable<AlertEntry> Entries => Told.Select(told => told.Entry);

    /// <summary>The entries that go out, each with what it tells.</summary>
    public IEnumerable<ToldEntry> Told => Taken.SelectMany(taken => taken.Told);

    /// <summary>The entries that go out and are no notices.</summary>
    public IEnumerable<AlertEntry> Alerts => Entries.Where(entry => entry.Notice is null);

    /// <summary>The notices that go out.</summary>
    public IReadOnlyList<Notice> Notices => [.. Entries.Select(entry => entry.Notice).OfType<Notice>().Distinct()];

    /// <summary>The subscriber's rules that fired.</summary>
    public IReadOnlyList<Rule> Rules => [.. Entries.SelectMany(entry => entry.Rules).Distinct()];

    /// <summary>How many alerts in it had been held back by the subscriber's choice.</summary>
    public int HeldBefore => Taken.Where(taken => DeliveryReasons.IsHold(taken.Row.Hold)).Sum(taken => taken.Told.Count);

    /// <summary>Whether it only tells of members that became notable.</summary>
    public bool IsMemberUpdate => Sends && Told.All(told => told.Telling is Telling.Members);
}

/// <summary>An item of the waiting list, or the part of it that goes out.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Told">What goes out.</param>
public sealed record TakenItem(Waiting Row, IReadOnlyList<ToldEntry> Told)
{
    /// <summary>The entries that go out.</summary>
    public IEnumerable<AlertEntry> Entries => Told.Select(told => told.Entry);

    /// <summary>What of it goes on waiting, as a row of its own; null when all of it goes out.</summary>
    public Waiting? Rest { get; init; }
}

/// <summary>An entry that goes out.</summary>
/// <param name="Entry">The entry; a follow-up of something that was told as severe is severe.</param>
/// <param name="Telling">What it tells.</param>
public sealed record ToldEntry(AlertEntry Entry, Telling Telling);

/// <summary>An entry that leaves the waiting list and is not told.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">Why, in a sentence.</param>
public sealed record LeftEntry(Waiting Row, AlertEntry Entry, DeliveryReason Reason, string Text);

/// <summary>An item that does not go out now.</summary>
/// <param name="Row">Its row of the waiting list.</param>
/// <param name="Until">When it is looked at again; null when it leaves the waiting list for good.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">Why, in a sentence.</param>
public sealed record HeldItem(Waiting Row, DateTimeOffset? Until, DeliveryReason Reason, string Text)
{
    /// <summary>The ledger's word.</summary>
    public DeliveryStep Step => DeliveryReasons.StepOf(Reason);

    /// <summary>What its row says that it waits for.</summary>
    public DeliveryReason Hold { get; init; } = DeliveryReasons.IsHold(Reason) ? Reason : DeliveryReason.None;
}
