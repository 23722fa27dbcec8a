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

    /// <summary>Whether a message goes out.</summary>
    public bool Sends => Carried.Count > 0;

    /// <summary>The incident it belongs to.</summary>
    public Incident Lead => Carried[0];

    /// <summary>The entries that go out.</summary>
    public IEnumerable<AlertEntry> Entries => Taken.SelectMany(taken => taken.Entries);

    /// <summary>The entries that go out and are no notices.</summary>
    public IEnumerable<AlertEntry> Alerts => Entries.Where(entry => entry.Notice is null);

    /// <summary>The notices that go out.</summary>
    public IReadOnlyList<Notice> Notices => [.. Entries.Select(entry => entry.Notice).OfType<Notice>().Distinct()];

    /// <summary>The subscriber's rules that fired.</summary>
    public IReadOnlyList<Rule> Rules => [.. Entries.SelectMany(entry => entry.Rules).Distinct()];

    /// <summary>How many alerts in it had been held back by the subscriber's choice.</summary>
    public int HeldBefore => Taken.Where(taken => taken.Row.Hold is not DeliveryReason.None).Sum(taken => taken.Entries.Count);

    /// <summary>Whether it only tells of members that became notable.</summary>
    public bool IsMemberUpdate => Sends && Entries.All(entry => entry.Kind is EntryKind.MemberNotable);
}

/// <summary>An item of the waiting list, or the part of it that goes out.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Entries">What goes out.</param>
public sealed record TakenItem(Waiting Row, IReadOnlyList<AlertEntry> Entries)
{
    /// <summary>What of it goes on waiting, as a row of its own; null when all of it goes out.</summary>
    public Waiting? Rest { get; init; }
}

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
