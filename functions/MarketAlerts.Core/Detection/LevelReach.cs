using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>Whether a symbol's newest figures reach a level.</summary>
/// <param name="thresholds">The thresholds of notable and severe.</param>
internal sealed class LevelReach(ThresholdOptions thresholds)
{
    /// <summary>
    /// How far a symbol moved one way by a metric, in its unit; null when there is not enough data or the metric is no quote's.
    /// </summary>
    public double? MagnitudeOf(SymbolState state, MetricId metric, Direction direction)
    {
        if (state.Session is null || SymbolMetrics.Find(metric) is not { } known)
        {
            return null;
        }

        var (falling, rising) = state.MagnitudesOf(known, thresholds);
        var magnitude = direction is Direction.Down ? falling : rising;
        return double.IsNaN(magnitude) ? null : magnitude;
    }

    /// <summary>Whether the newest figures reach the level of a late rule.</summary>
    public bool Reaches(LateRule rule, SymbolState state)
    {
        if (rule.Metric is not MetricId.Price)
        {
            return MagnitudeOf(state, rule.Metric, rule.Direction) is { } magnitude && Level.FromValue(magnitude).Units >= rule.Level;
        }

        var price = Level.FromValue(state.Last).Units;
        return state.Session is not null && (rule.Direction is Direction.Down ? price <= rule.Level : price >= rule.Level);
    }
}
