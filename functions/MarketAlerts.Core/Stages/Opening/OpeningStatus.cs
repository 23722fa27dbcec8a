using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Health;

namespace MarketAlerts.Core.Stages.Opening;

/// <summary>What is known of the pipeline shortly after an open.</summary>
/// <param name="Session">The session.</param>
/// <param name="Now">When this was looked up.</param>
/// <param name="IsPolled">Whether any symbol is watched at all.</param>
/// <param name="NewestQuote">Market time of the newest accepted quote of all, or null when there never was one.</param>
/// <param name="Delay">How late the latest source says that its quotes are.</param>
/// <param name="Sources">The sources of quotes and news that were asked of late.</param>
public sealed record OpeningStatus(
    TradingSession Session,
    DateTimeOffset Now,
    bool IsPolled,
    DateTimeOffset? NewestQuote,
    TimeSpan Delay,
    IReadOnlyList<SourceHealth> Sources
)
{
    /// <summary>
    /// How long the first quote of a session may take beyond the declared delay, and how long quotes may stand still: a passing
    /// disturbance.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether a quote of the session has come in.</summary>
    public bool HasQuotes => NewestQuote >= Session.Open;

    /// <summary>Whether the first quote of the session cannot have come in yet: the source is later than anybody waits.</summary>
    public bool IsBeforeTheFirstQuote => !HasQuotes && Now < Session.Open + Delay + Patience && Delay >= Patience;

    /// <summary>Whether the first quote of the session is still to be awaited before anything is told.</summary>
    public bool AwaitsTheFirstQuote => IsPolled && !HasQuotes && Delay < Patience && Now < Session.Open + Patience;

    /// <summary>Whether quotes should have come in and did not, or stand still.</summary>
    public bool LacksQuotes => IsPolled && !IsBeforeTheFirstQuote && (!HasQuotes || Now - NewestQuote > Patience + Delay);

    /// <summary>Whether a source does not answer.</summary>
    public bool LacksSources => Sources.Any(source => source.State is not SourceState.Good);
}
