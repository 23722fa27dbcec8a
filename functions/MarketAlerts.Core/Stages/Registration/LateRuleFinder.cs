using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>Finds out whether a new rule lies inside a range already passed.</summary>
/// <param name="thresholds">The thresholds of notable and severe.</param>
public sealed class LateRuleFinder(ThresholdOptions thresholds)
{
    private readonly LevelReach _levels = new(thresholds);

    /// <summary>The late rule of a watch and what its subscriber hears, or null when the level still lies ahead.</summary>
    public (LateRule Rule, string Answer)? Find(RuleLevel ruleLevel, SymbolState state, DateOnly today, SubscriberId subscriber, Rule rule)
    {
        if (
            EpisodeDayOf(ruleLevel.Metric, state) is not { } session
            || (session != today && ruleLevel.Metric is not MetricId.Price)
            || !IsPassed(ruleLevel, state)
        )
        {
            return null;
        }

        var late = new LateRule(
            state.Symbol,
            ruleLevel.Metric,
            ruleLevel.Direction,
            ruleLevel.Level.Units,
            session,
            SubscriptionHash.Hash(subscriber, rule)
        );
        return (late, ruleLevel.Target.Kind is TargetKind.AnyIn ? $"{state.Symbol} {Answer(ruleLevel, state)}" : Answer(ruleLevel, state));
    }

    /// <summary>
    /// The day an extreme is of: before the open the last session is still the one before, and after the close an extreme may be of another
    /// evening.
    /// </summary>
    private static DateOnly? EpisodeDayOf(MetricId metric, SymbolState state) =>
        metric is not (MetricId.PreMove or MetricId.AfterMove) || state.Session is null
            ? state.Session
            : MarketCalendar.DateOf(new DateTimeOffset(state.Columns.ExtendedTime[state.Row], TimeSpan.Zero));

    private static bool IsPassed(RuleLevel ruleLevel, SymbolState state) =>
        ruleLevel.Metric switch
        {
            MetricId.Price => ruleLevel.Direction is Direction.Down
                ? ruleLevel.Level.Units >= state.Told?.Below
                : ruleLevel.Level.Units <= state.Told?.Above,
            MetricId.Halted => state.Halted,
            _ => SymbolMetrics.Find(ruleLevel.Metric) is not null
                && state.ExtremeOf(ruleLevel.Metric, ruleLevel.Direction) >= ruleLevel.Level.Units,
        };

    private string Answer(RuleLevel ruleLevel, SymbolState state)
    {
        if (ruleLevel.Metric is MetricId.Halted)
        {
            return "already true: trading is halted";
        }

        if (ruleLevel.Metric is MetricId.Price)
        {
            return string.Create(CultureInfo.InvariantCulture, $"already passed: now {state.Last:0.00##}");
        }

        var now = Signed(ruleLevel, _levels.MagnitudeOf(state, ruleLevel.Metric, ruleLevel.Direction) ?? 0);
        var extreme = Signed(ruleLevel, state.ExtremeOf(ruleLevel.Metric, ruleLevel.Direction) / (double)Level.Scale);
        var stillTrue = Level.FromValue(Math.Abs(now)).Units >= ruleLevel.Level.Units && now < 0 == extreme < 0;
        return stillTrue
            ? $"already true: now {Show(ruleLevel.Metric, now)}"
            : $"passed today ({Show(ruleLevel.Metric, extreme)}), now {Show(ruleLevel.Metric, now)}";
    }

    private static double Signed(RuleLevel ruleLevel, double magnitude) => ruleLevel.Direction is Direction.Down ? -magnitude : magnitude;

    private static string Show(MetricId metric, double value) =>
        metric switch
        {
            MetricId.Tier => Math.Abs(value) switch
            {
                >= 2 => "severe",
                >= 1 => "notable",
                _ => "neither notable nor severe",
            },
            MetricId.Surprise => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} sigma"),
            MetricId.Volume => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}x"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} %"),
        };
}
