using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads what comes after a symbol or <c>any of</c> a basket.</summary>
internal static class SymbolCondition
{
    private static readonly string[] Verbs = ["falls", "rises", "moves", "below", "above", "gaps", "surprise", "notable", "severe"];

    public static AlertRule Read(RuleWords words, Target target)
    {
        var verb = words.Take();
        return verb.Text.ToLowerInvariant() switch
        {
            "falls" => Move(words, target, "falls", [Direction.Down]),
            "rises" => Move(words, target, "rises", [Direction.Up]),
            "moves" => Move(words, target, "moves", RuleParts.Either),
            "below" => PriceLevel(words, target, "below", Direction.Down),
            "above" => PriceLevel(words, target, "above", Direction.Up),
            "gaps" => GapMove(words, target),
            "surprise" => SurpriseOf(words, target),
            "notable" => RuleParts.Compile(target, "notable", MetricId.Tier, RuleParts.Either, 1),
            "severe" => RuleParts.Compile(target, "severe", MetricId.Tier, RuleParts.Either, 2),
            _ => throw RuleWords.Refuse(verb, $"expected one of: {string.Join(", ", Verbs)}.", NearestWord.To(verb.Text, Verbs)),
        };
    }

    private static AlertRule Move(RuleWords words, Target target, string verb, Direction[] directions)
    {
        var percent = RuleParts.Percent(words);
        var metric = Baseline(words);
        var baseline = metric is MetricId.DayMove ? "today" : "since open";
        return RuleParts.Compile(target, $"{verb} {RuleParts.Show(percent)}% {baseline}", metric, directions, percent);
    }

    private static MetricId Baseline(RuleWords words)
    {
        if (words.TakeIf("today"))
        {
            return MetricId.DayMove;
        }

        if (words.TakeIf("since"))
        {
            return words.TakeIf("open") ? MetricId.OpenMove : throw RuleWords.Refuse(words.Peek, "after 'since' comes 'open'.", "open");
        }

        throw RuleWords.Refuse(
            words.Peek,
            "say against what: 'today' (the previous close) or 'since open'.",
            NearestWord.To(words.Peek.Text, ["today", "since"]));
    }

    private static AlertRule PriceLevel(RuleWords words, Target target, string verb, Direction direction)
    {
        var price = RuleParts.Price(words);
        return RuleParts.Compile(target, $"{verb} {RuleParts.Show(price)}", MetricId.Price, [direction], price);
    }

    private static AlertRule GapMove(RuleWords words, Target target)
    {
        var (way, directions) = words.TakeIf("down") ? ("down ", new[] { Direction.Down })
            : words.TakeIf("up") ? ("up ", [Direction.Up])
            : ("", RuleParts.Either);
        var percent = RuleParts.Percent(words);
        return RuleParts.Compile(target, $"gaps {way}{RuleParts.Show(percent)}%", MetricId.Gap, directions, percent);
    }

    private static AlertRule SurpriseOf(RuleWords words, Target target)
    {
        var sigma = RuleParts.Number(words, "a number of usual days, such as 3", 0.5m, 50m);
        return words.TakeIf("sigma")
            ? RuleParts.Compile(target, $"surprise {RuleParts.Show(sigma)} sigma", MetricId.Surprise, RuleParts.Either, sigma)
            : throw RuleWords.Refuse(words.Peek, "after the number comes 'sigma'.", "sigma");
    }
}
