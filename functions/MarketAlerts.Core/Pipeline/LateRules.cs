using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Rules added inside a range already passed: they fire when the previous accepted quote was short of the level and this one reaches it.</summary>
/// <param name="bars">The bars of notable and severe.</param>
public sealed class LateRules(BarOptions bars)
{
    /// <summary>The signed values of a symbol's last accepted quote, by metric; to be taken before the next quote is accepted.</summary>
    public Dictionary<MetricId, double> ValuesOf(SymbolState state)
    {
        var values = new Dictionary<MetricId, double>();
        if (state.Session is null)
        {
            return values;
        }

        values[MetricId.Price] = state.Last;
        var input = state.MetricInput(bars);
        foreach (var metric in SymbolMetrics.All)
        {
            if (metric.Value(input) is { } value)
            {
                values[metric.Id] = value;
            }
        }

        return values;
    }

    /// <summary>Takes the rules that fire between two accepted quotes of a symbol off the list, and those of sessions that ended.</summary>
    public IReadOnlyList<LateRule> TakeFired(List<LateRule> rules, SymbolState state, IReadOnlyDictionary<MetricId, double> before)
    {
        rules.RemoveAll(rule => rule.Symbol == state.Symbol && rule.Session != state.Session);
        var now = ValuesOf(state);
        var fired = rules.FindAll(rule => rule.Symbol == state.Symbol && !Reaches(rule, before) && Reaches(rule, now));
        rules.RemoveAll(fired.Contains);
        return fired;
    }

    private static bool Reaches(LateRule rule, IReadOnlyDictionary<MetricId, double> values)
    {
        if (!values.TryGetValue(rule.Metric, out var value))
        {
            return false;
        }

        if (rule.Metric is MetricId.Price)
        {
            var price = Level.Of(value).Units;
            return rule.Direction is Direction.Down ? price <= rule.Level : price >= rule.Level;
        }

        var sameWay = value < 0 == (rule.Direction is Direction.Down);
        return sameWay && Level.Of(Math.Abs(value)).Units >= rule.Level;
    }
}
