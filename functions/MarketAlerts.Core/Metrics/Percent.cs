namespace MarketAlerts.Core.Metrics;

/// <summary>The one formula of every move.</summary>
public static class Percent
{
    /// <summary>100 x (to / from - 1), or null without a base above zero.</summary>
    public static double? Change(double? from, double to) => from is > 0 ? 100 * ((to / from.Value) - 1) : null;
}
