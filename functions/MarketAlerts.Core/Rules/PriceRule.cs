using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// Rules on prices, <c>NVDA below 120</c> and <c>any of #chips above 150 once</c>: the only ones whose levels count in shares.
/// </summary>
internal static class PriceRule
{
    /// <summary>Whether a rule is one.</summary>
    public static bool IsOne(Rule rule) => rule.Levels is [{ Metric: MetricId.Price }, ..];

    /// <summary>
    /// The rule on a symbol's price after a split: the level divided by the new shares for each old one, to 1/10,000, within the limits of
    /// a price; all else stays. Null when the text would be too long.
    /// </summary>
    public static Rule? Split(Rule rule, double newSharesPerOld)
    {
        var words = rule.Text.Split(' ', 4); // Canonical: symbol, below or above, price, modifiers.
        var level = Math.Clamp(rule.Levels[0].Level.Value / (decimal)newSharesPerOld, RuleNumber.Price.Smallest, RuleNumber.Price.Largest);
        words[2] = RuleNumber.Show(Level.FromValue(level).Value);
        return RuleParser.Parse(string.Join(' ', words), RuleVocabulary.Any).Rule;
    }
}
