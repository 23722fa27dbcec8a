using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads what comes after a basket: <c>notable</c>, <c>severe</c>, <c>median falls 3.5%</c> or <c>breadth falls 70%</c>.</summary>
internal static class BasketConditionParser
{
    private static readonly string[] Words = ["notable", "severe", "median", "breadth"];

    public static RuleCondition Read(RuleWords words, Target target)
    {
        var word = words.Take();
        return word.Text.ToLowerInvariant() switch
        {
            "notable" => RuleCondition.Create(target, "notable", MetricId.Tier, RuleVerbs.Either, 1),
            "severe" => RuleCondition.Create(target, "severe", MetricId.Tier, RuleVerbs.Either, 2),
            "median" => Figure(words, target, "median", MetricId.MedianMove, RuleNumber.Percent),
            "breadth" => Figure(words, target, "breadth", MetricId.Breadth, RuleNumber.Share),
            _ => throw RuleWords.Refuse(
                word,
                $"a basket as a whole is 'notable', 'severe', 'median falls 3.5%' or 'breadth falls 70%'; for its members write 'any of {target.Display} ...'.",
                NearestWord.To(word.Text, Words)
            ),
        };
    }

    private static RuleCondition Figure(RuleWords words, Target target, string name, MetricId metric, RuleNumber kind)
    {
        var (verb, directions) = RuleVerbs.TakeAfter(name, words);
        var number = kind.Take(words);
        return RuleCondition.Create(target, $"{name} {verb} {RuleNumber.Show(number)}%", metric, directions, number);
    }
}
