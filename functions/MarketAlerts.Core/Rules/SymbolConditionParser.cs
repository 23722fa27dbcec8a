using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads what comes after a symbol or <c>any of</c> a basket.</summary>
internal static class SymbolConditionParser
{
    private static readonly string[] Verbs =
    [
        "falls",
        "rises",
        "moves",
        "below",
        "above",
        "gaps",
        "volume",
        "surprise",
        "notable",
        "severe",
        "halted",
    ];

    public static RuleCondition Read(RuleWords words, Target target)
    {
        var word = words.Take();
        var verb = word.Text.ToLowerInvariant();
        return verb switch
        {
            "falls" or "rises" or "moves" => Move(words, target, verb),
            "below" => PriceLevel(words, target, verb, RuleVerbs.Down),
            "above" => PriceLevel(words, target, verb, RuleVerbs.Up),
            "gaps" => GapMove(words, target),
            "volume" => VolumeOf(words, target),
            "surprise" => SurpriseOf(words, target),
            "notable" => RuleCondition.Create(target, verb, MetricId.Tier, RuleVerbs.Either, 1),
            "severe" => RuleCondition.Create(target, verb, MetricId.Tier, RuleVerbs.Either, 2),
            "halted" => RuleCondition.Create(target, verb, MetricId.Halted, RuleVerbs.Up, 1),
            _ => throw RuleWords.Refuse(word, $"expected one of: {string.Join(", ", Verbs)}.", NearestWord.To(word.Text, Verbs)),
        };
    }

    private static RuleCondition Move(RuleWords words, Target target, string verb)
    {
        var percent = RuleNumber.Percent.Take(words);
        var (metric, against) = MoveReferenceParser.Take(words);
        return RuleCondition.Create(
            target,
            $"{verb} {RuleNumber.Show(percent)}% {against}",
            metric,
            RuleVerbs.DirectionsOf(verb)!,
            percent
        );
    }

    private static RuleCondition PriceLevel(RuleWords words, Target target, string verb, IReadOnlyList<Direction> direction)
    {
        var price = RuleNumber.Price.Take(words);
        return RuleCondition.Create(target, $"{verb} {RuleNumber.Show(price)}", MetricId.Price, direction, price);
    }

    private static RuleCondition GapMove(RuleWords words, Target target)
    {
        var (way, directions) =
            words.TakeIf("down") ? ("down ", RuleVerbs.Down)
            : words.TakeIf("up") ? ("up ", RuleVerbs.Up)
            : ("", RuleVerbs.Either);
        var percent = RuleNumber.Percent.Take(words);
        return RuleCondition.Create(target, $"gaps {way}{RuleNumber.Show(percent)}%", MetricId.Gap, directions, percent);
    }

    private static RuleCondition VolumeOf(RuleWords words, Target target)
    {
        var multiple = RuleNumber.Multiple.Take(words);
        return RuleCondition.Create(target, $"volume {RuleNumber.Show(multiple)}x", MetricId.Volume, RuleVerbs.Up, multiple);
    }

    private static RuleCondition SurpriseOf(RuleWords words, Target target)
    {
        var days = RuleNumber.UsualDays.Take(words);
        words.Expect("sigma", "after the number comes 'sigma'.");
        return RuleCondition.Create(target, $"surprise {RuleNumber.Show(days)} sigma", MetricId.Surprise, RuleVerbs.Either, days);
    }
}

/// <summary>
/// Reads against what a move counts: <c>today</c>, <c>since open</c>, <c>in 15m</c>, <c>pre-market</c>, <c>after-hours</c>, <c>vs
/// benchmark</c>.
/// </summary>
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

/// <summary>The verbs that say which way: <c>falls</c>, <c>rises</c>, <c>moves</c>.</summary>
internal static class RuleVerbs
{
    public static IReadOnlyList<string> All { get; } = ["falls", "rises", "moves"];

    public static IReadOnlyList<Direction> Either { get; } = [Direction.Down, Direction.Up];

    public static IReadOnlyList<Direction> Down { get; } = [Direction.Down];

    public static IReadOnlyList<Direction> Up { get; } = [Direction.Up];

    /// <summary>The directions of a verb, or null for another word.</summary>
    public static IReadOnlyList<Direction>? DirectionsOf(string verb) =>
        verb switch
        {
            "falls" => Down,
            "rises" => Up,
            "moves" => Either,
            _ => null,
        };

    /// <summary>Takes the verb that comes after a word.</summary>
    public static (string Verb, IReadOnlyList<Direction> Directions) TakeAfter(string before, RuleWords words)
    {
        var word = words.Take();
        var verb = word.Text.ToLowerInvariant();
        return DirectionsOf(verb) is { } directions
            ? (verb, directions)
            : throw RuleWords.Refuse(word, $"after '{before}' comes falls, rises or moves.", NearestWord.To(word.Text, All));
    }
}
