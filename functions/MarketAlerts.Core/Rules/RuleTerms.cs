namespace MarketAlerts.Core.Rules;

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
