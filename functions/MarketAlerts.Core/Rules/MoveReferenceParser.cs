using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads against what a move counts: <c>today</c>, <c>since open</c>, <c>in 15m</c>, <c>pre-market</c>, <c>after-hours</c>, <c>vs benchmark</c>.</summary>
internal static class MoveReferenceParser
{
    private static readonly string[] Words = ["today", "since", "in", "pre-market", "after-hours", "vs"];

    public static (MetricId Metric, string Text) Take(RuleWords words)
    {
        var word = words.Peek;
        return words switch
        {
            _ when words.TakeIf("today") => (MetricId.DayMove, "today"),
            _ when words.TakeIf("since") => After(words, "since", "open", (MetricId.OpenMove, "since open")),
            _ when words.TakeIf("in") => MoveWindowParser.Take(words),
            _ when words.TakeIf("pre", "market") => (MetricId.PreMove, "pre-market"),
            _ when words.TakeIf("after", "hours") => (MetricId.AfterMove, "after-hours"),
            _ when words.TakeIf("vs") => After(words, "vs", "benchmark", (MetricId.Relative, "vs benchmark")),
            _ => throw RuleWords.Refuse(
                word,
                "say against what: 'today' (the previous close), 'since open', 'in 15m', 'pre-market', 'after-hours' or 'vs benchmark'.",
                NearestWord.To(word.Text, Words)
            ),
        };
    }

    private static (MetricId Metric, string Text) After(
        RuleWords words,
        string before,
        string word,
        (MetricId Metric, string Text) reference
    )
    {
        words.Expect(word, $"after '{before}' comes '{word}'.");
        return reference;
    }
}
