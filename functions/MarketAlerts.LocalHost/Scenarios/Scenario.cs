using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Registration;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>A day to replay, read from a folder and checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What is recorded and what is drawn.</param>
/// <param name="From">Start, UTC.</param>
/// <param name="To">End, UTC.</param>
/// <param name="Quotes">All quotes, in time order.</param>
/// <param name="History">Daily closes before it, by symbol, oldest first.</param>
/// <param name="Events">Halts, resumptions and splits, in time order.</param>
/// <param name="Watch">Who watches what.</param>
internal sealed record Scenario(
    string Name,
    string Description,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ScenarioQuote> Quotes,
    IReadOnlyDictionary<Symbol, IReadOnlyList<DailyClose>> History,
    IReadOnlyList<ListingEvent> Events,
    WatchFile Watch
)
{
    /// <summary>What was published, in order of time.</summary>
    public IReadOnlyList<ScenarioArticle> News { get; init; } = [];

    /// <summary>How long after its end a replay still goes on, for what is due then.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);
}
