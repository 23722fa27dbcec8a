namespace MarketAlerts.Core.Deliveries.Threads;

/// <summary>What a message tells of a thread; of several things in one message the first in this order names it.</summary>
public enum Telling
{
    /// <summary>No alert: a notice.</summary>
    Notice,

    /// <summary>What it rests on was revised.</summary>
    Corrected,

    /// <summary>The first of the subscriber's rules fired.</summary>
    Opened,

    /// <summary>A rule fired on the other side; with that the first side is over.</summary>
    Reversed,

    /// <summary>It is severe that way for the first time.</summary>
    Severe,

    /// <summary>A level of the subscriber's own was passed for the first time in the session.</summary>
    Level,

    /// <summary>Half of the swing is given back.</summary>
    Undone,

    /// <summary>Beyond the threshold once more, after it had been back for a while.</summary>
    SecondLeg,

    /// <summary>A second leg that is severe.</summary>
    SevereSecondLeg,

    /// <summary>Well beyond what was told.</summary>
    Worse,

    /// <summary>Trading is halted.</summary>
    Halted,

    /// <summary>Trading goes on.</summary>
    Resumed,

    /// <summary>News that a rule asks for.</summary>
    News,

    /// <summary>Members became notable.</summary>
    Members,

    /// <summary>It is over; a message of its own only for who wants that.</summary>
    Over,

    /// <summary>How the next session goes on.</summary>
    NextSession,

    /// <summary>How the day ended.</summary>
    Close,
}

/// <summary>What becomes of an entry: it tells something, or waits, or leaves the waiting list.</summary>
/// <param name="Telling">What it tells; null when it tells nothing now.</param>
/// <param name="Until">When it is looked at again; null when it leaves.</param>
/// <param name="Reason">Why it tells nothing now.</param>
/// <param name="Text">The same in a sentence.</param>
internal readonly record struct Verdict(Telling? Telling, DateTimeOffset? Until, DeliveryReason Reason, string Text)
{
    public static Verdict Tell(Telling telling) => new(telling, null, DeliveryReason.None, "");

    public static Verdict Wait(DateTimeOffset until, DeliveryReason reason, string text) => new(null, until, reason, text);

    public static Verdict Leave(DeliveryReason reason, string text) => new(null, null, reason, text);
}
