using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// Where the threshold of a rule lies in its text: the number in <c>NVDA falls 5% today</c>, the tier in <c>#chips notable</c>.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">The text before the threshold.</param>
/// <param name="Threshold">The number without its unit, or the tier.</param>
/// <param name="Unit">The unit, such as <c>%</c>; empty for none.</param>
/// <param name="After">The text after the threshold and its unit.</param>
public sealed record RuleThreshold(Rule Rule, string Before, string Threshold, string Unit, string After)
{
    private const int LongestThreshold = 20;

    /// <summary>The tiers a rule can ask for.</summary>
    public static IReadOnlyList<string> Tiers { get; } = ["notable", "severe"];

    /// <summary>Whether the threshold is a tier instead of a number.</summary>
    public bool IsTier => Rule.Levels[0].Metric is MetricId.Tier;

    /// <summary>The threshold of a rule; null for one that has none, as <c>NVDA halted</c> and <c>news NVDA</c>.</summary>
    public static RuleThreshold? Find(Rule rule)
    {
        if (rule.Levels is not [var ruleLevel, ..] || UnitOf(ruleLevel.Metric) is not { } unit)
        {
            return null;
        }

        var thresholds = ruleLevel.Metric is MetricId.Tier ? Tiers : [RuleNumber.Show(ruleLevel.Level.Value)];
        RuleWord[] words =
        [
            .. RuleWordSplitter.Split(rule.Text).Skip(1).Where(word => thresholds.Any(threshold => word.Text == threshold + unit)),
        ];
        return words is [var word, ..]
            ? new RuleThreshold(
                rule,
                rule.Text[..word.Position],
                word.Text[..^unit.Length],
                unit,
                rule.Text[(word.Position + word.Text.Length)..]
            )
            : null;
    }

    /// <summary>
    /// The same rule with another threshold, written with its unit or without; an error when that is no threshold, or more than one.
    /// </summary>
    public RuleParse With(string threshold)
    {
        var word = threshold.Trim();
        word = Unit.Length > 0 && word.EndsWith(Unit, StringComparison.OrdinalIgnoreCase) ? word[..^Unit.Length].TrimEnd() : word;
        if (word.Length > LongestThreshold)
        {
            return Refuse("", "this is too long.");
        }

        var parse = RuleParser.Parse(Before + word + Unit + After, RuleVocabulary.Any);
        var isSame =
            parse.Rule is not { } rule
            || (Find(rule) is { } found && found.Before == Before && found.After == After && found.IsTier == IsTier);
        return isSame ? parse : Refuse(word, $"expected {(IsTier ? "notable or severe" : "one number")} and nothing else.");
    }

    private RuleParse Refuse(string word, string problem) => new(null, new RuleError(Before.Length, word, problem, null));

    /// <summary>What stands behind the threshold of a metric; null for a metric that has no threshold to choose.</summary>
    private static string? UnitOf(MetricId metric) =>
        metric switch
        {
            MetricId.Mentions or MetricId.Halted => null,
            MetricId.Price or MetricId.Surprise or MetricId.Tier => "",
            MetricId.Volume or MetricId.Burst => "x",
            _ => "%",
        };
}
