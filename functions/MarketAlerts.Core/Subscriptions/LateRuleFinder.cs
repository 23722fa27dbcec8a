using System.Globalization;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>Finds out whether a new rule lies inside a range already passed.</summary>
/// <param name="bars">The bars of notable and severe.</param>
public sealed class LateRuleFinder(BarOptions bars)
{
    /// <summary>The late rule of a watch and what its owner hears, or null when the level still lies ahead.</summary>
    public (LateRule Rule, string Answer)? Find(Watch watch, SymbolState state, DateOnly today, SubscriberId subscriber, string rule)
    {
        if (state.Session is not { } session || (session != today && watch.Metric is not MetricId.Price) || !IsPassed(watch, state))
        {
            return null;
        }

        var late = new LateRule(state.Symbol, watch.Metric, watch.Direction, watch.Level.Units, session, WatcherHash.Of(subscriber, rule));
        return (late, Answer(watch, state));
    }

    private static bool IsPassed(Watch watch, SymbolState state)
    {
        if (watch.Metric is MetricId.Price)
        {
            return watch.Direction is Direction.Down ? watch.Level.Units >= state.Told?.Below : watch.Level.Units <= state.Told?.Above;
        }

        var index = SymbolMetrics.ExtremeIndex(watch.Metric, watch.Direction);
        return index >= 0 && state.Extremes[index] >= watch.Level.Units;
    }

    private static string Show(MetricId metric, double value) => metric switch
    {
        MetricId.Tier => Math.Abs(value) switch { >= 2 => "severe", >= 1 => "notable", _ => "neither notable nor severe" },
        MetricId.Surprise => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} sigma"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} %"),
    };

    private string Answer(Watch watch, SymbolState state)
    {
        if (watch.Metric is MetricId.Price)
        {
            return string.Create(CultureInfo.InvariantCulture, $"already passed: now {state.Last:0.00##}");
        }

        var metric = SymbolMetrics.All.First(known => known.Id == watch.Metric);
        var now = metric.Value(state.MetricInput(bars)) ?? 0;
        var extreme = state.Extremes[SymbolMetrics.ExtremeIndex(watch.Metric, watch.Direction)] / (double)Level.Scale;
        var stillTrue = now < 0 == (watch.Direction is Direction.Down) && Level.Of(Math.Abs(now)).Units >= watch.Level.Units;
        var signed = watch.Direction is Direction.Down ? -extreme : extreme;
        return stillTrue ? $"already true: now {Show(watch.Metric, now)}" : $"passed today ({Show(watch.Metric, signed)}), now {Show(watch.Metric, now)}";
    }
}
