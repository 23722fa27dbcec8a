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
