using MarketAlerts.Core.Market;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>A row of <c>quotes.csv</c>.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="ArrivesAt">From when the source tells it; its market time unless the row says otherwise (column <c>arrives_utc</c>).</param>
public readonly record struct ScenarioQuote(Quote Quote, DateTimeOffset ArrivesAt);
