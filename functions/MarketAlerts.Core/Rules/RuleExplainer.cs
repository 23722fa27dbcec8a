using System.Globalization;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Says in one plain sentence what a rule does, for somebody who reads their first one.</summary>
public static class RuleExplainer
{
    /// <summary>One sentence in English.</summary>
    public static string Explain(Rule rule)
    {
        var news = rule.Terms.AndNews is { } also ? $", and there is news of {NewsWords.Explain(also)} as well" : "";
        var again = rule.Terms.Once ? "once, then the rule ends" : Again(rule);
        var until = rule.Terms.Until is { } day ? $"; until {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "";
        return $"Tells you when {Condition(rule)}{news}; {again}{until}.";
    }

    private static string Condition(Rule rule)
    {
        var ruleLevel = rule.Levels[0];
        return ruleLevel.Metric switch
        {
            MetricId.Mentions => $"there is news of {NewsWords.Explain(rule.Terms.News!)}",
            MetricId.Burst =>
                $"news of {NewsWords.Explain(rule.Terms.News!)} comes {RuleNumber.Show(ruleLevel.Level.Value)} times as often as "
                    + "usual or more",
            MetricId.Tier or MetricId.Breadth when ruleLevel.Target.IsBasket => BasketWords.Explain(rule),
            MetricId.Price or MetricId.Tier or MetricId.Volume or MetricId.Halted => FigureWords.Explain(ruleLevel),
            _ => MoveWords.Explain(rule),
        };
    }

    private static string Again(Rule rule) =>
        rule.Levels[0] switch
        {
            { Metric: MetricId.Move5m or MetricId.Move15m or MetricId.Move30m or MetricId.Move60m } =>
                "again only after it has come back half of the way",
            { Metric: MetricId.Price, Direction: Direction.Down } => "again only after the price was more than 2 % above that",
            { Metric: MetricId.Price } => "again only after the price was more than 2 % below that",
            { Metric: MetricId.Halted } => "again at the next halt",
            { Metric: MetricId.Mentions or MetricId.Burst } => "again only after the news has calmed down by half",
            _ => StepWords.LevelsOf(rule).Count > 1 ? "each of them at most once a session" : "at most once a session",
        };
}

/// <summary>What news is about, in plain words.</summary>
internal static class NewsWords
{
    public static string Explain(NewsCondition news) =>
        news is { Symbol: { } symbol, Phrase: { } phrase } ? $"{symbol} that mentions \"{phrase}\"" : news.Display;
}

/// <summary>Rules on prices, volumes, halts and tiers of symbols in plain words.</summary>
internal static class FigureWords
{
    private const decimal Notable = 1;

    public static string Explain(RuleLevel ruleLevel)
    {
        var (subject, level) = (MoveWords.Subject(ruleLevel.Target), ruleLevel.Level.Value);
        return ruleLevel switch
        {
            { Metric: MetricId.Price, Direction: Direction.Down } => $"the price of {subject} is {RuleNumber.Show(level)} or less",
            { Metric: MetricId.Price } => $"the price of {subject} is {RuleNumber.Show(level)} or more",
            { Metric: MetricId.Volume } =>
                $"{subject} has traded {RuleNumber.Show(level)} times its usual volume for the time of day or more",
            { Metric: MetricId.Halted } => $"trading in {subject} is halted",
            _ when level is Notable => $"{subject} makes a notable move, up or down: a large one that is also unusual for it",
            _ => $"{subject} makes a severe move, up or down: a very large one, however jumpy it usually is",
        };
    }
}

/// <summary>Rules on the breadth and tier of a basket in plain words.</summary>
internal static class BasketWords
{
    private const decimal Notable = 1;

    public static string Explain(Rule rule)
    {
        var ruleLevel = rule.Levels[0];
        var (basket, level) = ($"#{ruleLevel.Target.Name}", ruleLevel.Level.Value);
        return (ruleLevel.Metric, level) switch
        {
            (MetricId.Breadth, _) => $"{RuleNumber.Show(level)} % or more of the members of {basket} are clearly {WayOf(rule)} today",
            (_, Notable) => $"{basket} as a whole makes a notable move, up or down: most of its members move clearly the same way",
            _ => $"{basket} as a whole makes a severe move, up or down: a notable one in which a member's move is severe",
        };
    }

    private static string WayOf(Rule rule) =>
        rule.Levels.Count > 1 ? "down or up"
        : rule.Levels[0].Direction is Direction.Down ? "down"
        : "up";
}
