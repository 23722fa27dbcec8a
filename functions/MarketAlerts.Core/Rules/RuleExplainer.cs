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
                $"news of {NewsWords.Explain(rule.Terms.News!)} comes {RuleNumber.Show(ruleLevel.Level.Value)} times as often as usual or more",
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
