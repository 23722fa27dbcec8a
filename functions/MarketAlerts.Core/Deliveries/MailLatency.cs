namespace MarketAlerts.Core.Deliveries;

/// <summary>What the latency of a message is counted from. All times are UTC.</summary>
/// <param name="Quote">Market time of the quote by which it became due; null where no quote made it, as with news and the end of a day.</param>
/// <param name="Seen">When we saw that.</param>
/// <param name="Decided">When it was decided that it goes, and written.</param>
/// <param name="GroupWait">How long it waited for company on purpose; null where something else decided when it goes: a choice of its subscriber or a channel's quota.</param>
/// <param name="DataDelay">How late the source says that its quotes are.</param>
public sealed record MailLatency(
    DateTimeOffset? Quote,
    DateTimeOffset Seen,
    DateTimeOffset Decided,
    TimeSpan? GroupWait,
    TimeSpan DataDelay
)
{
    /// <summary>How long it took us until the server accepted it, beyond group wait and data delay; null where that is not ours to answer for.</summary>
    public TimeSpan? OwnUntil(DateTimeOffset accepted) => accepted - Quote - GroupWait - DataDelay;
}
