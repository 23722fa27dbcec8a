using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads what comes after a basket: <c>notable</c>, <c>severe</c> or <c>median falls|rises|moves N%</c>.</summary>
internal static class BasketCondition
{
    private static readonly string[] Words = ["notable", "severe", "median"];
    private static readonly string[] Verbs = ["falls", "rises", "moves"];

    public static AlertRule Read(RuleWords words, Target target)
    {
        var word = words.Take();
        return word.Text.ToLowerInvariant() switch
        {
            "notable" => RuleParts.Compile(target, "notable", MetricId.Tier, RuleParts.Either, 1),
            "severe" => RuleParts.Compile(target, "severe", MetricId.Tier, RuleParts.Either, 2),
            "median" => Median(words, target),
            _ => throw RuleWords.Refuse(
                word,
                $"a basket as a whole is 'notable', 'severe' or 'median falls 3.5%'; for its members write 'any of {target.Display} ...'.",
                NearestWord.To(word.Text, Words)),
        };
    }

    private static AlertRule Median(RuleWords words, Target target)
    {
        var verb = words.Take();
        Direction[] directions = verb.Text.ToLowerInvariant() switch
        {
            "falls" => [Direction.Down],
            "rises" => [Direction.Up],
            "moves" => RuleParts.Either,
            _ => throw RuleWords.Refuse(verb, "after 'median' comes falls, rises or moves.", NearestWord.To(verb.Text, Verbs)),
        };
        var percent = RuleParts.Percent(words);
        return RuleParts.Compile(
            target, $"median {verb.Text.ToLowerInvariant()} {RuleParts.Show(percent)}%", MetricId.MedianMove, directions, percent);
    }
}
