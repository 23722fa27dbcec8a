using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>A rule as its subscriber wrote it, canonically, and what it compiles to.</summary>
/// <param name="Text">The one line of text, the same in file, page and mail.</param>
/// <param name="Levels">One row a direction and level.</param>
/// <param name="Terms">What restricts it beside its levels.</param>
public sealed record Rule(string Text, IReadOnlyList<RuleLevel> Levels, RuleTerms Terms);

/// <summary>
/// One level on a metric of a target in one direction: what a rule compiles to. A rule for either direction compiles to two.
/// </summary>
/// <param name="Target">What is watched.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">Where.</param>
public sealed record RuleLevel(Target Target, MetricId Metric, Direction Direction, Level Level);

/// <summary>What restricts a rule beside its levels.</summary>
/// <param name="Once">Whether it fires for one message only.</param>
/// <param name="Until">The last session it fires in (its date in New York), or null.</param>
/// <param name="AndNews">The news there must be as well since the close before, or null.</param>
/// <param name="News">The news that the rule itself is about, or null for a rule on figures.</param>
public sealed record RuleTerms(bool Once, DateOnly? Until, NewsCondition? AndNews, NewsCondition? News)
{
    /// <summary>No terms.</summary>
    public static RuleTerms None { get; } = new(false, null, null, null);

    /// <summary>Whether a rule, in its subscriber's words, asks for news as well.</summary>
    public static bool AsksForNews(string rule) => rule.Contains("and news", StringComparison.Ordinal);

    /// <summary>Whether a rule may fire in a session.</summary>
    public bool AllowFiringIn(DateOnly session) => !(Until < session);
}
