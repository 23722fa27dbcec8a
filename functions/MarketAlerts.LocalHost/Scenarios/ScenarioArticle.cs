using MarketAlerts.Core.News;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>One row of <c>news.csv</c>.</summary>
/// <param name="ArrivesAt">From when on its feed shows it (UTC).</param>
/// <param name="Article">The article.</param>
/// <param name="Tags">What it is about, as far as the scenario says: symbols and watched phrases, as rules write them.</param>
public sealed record ScenarioArticle(DateTimeOffset ArrivesAt, Article Article, string Tags);
