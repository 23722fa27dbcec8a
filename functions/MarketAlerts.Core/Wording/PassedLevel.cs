using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Wording;

/// <summary>What made a mail: a level, the number that passed it and the quote that did it. It says nothing of whose level it is.</summary>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">The level.</param>
/// <param name="Value">The number, in the metric's unit; of a metric that counts both ways its magnitude.</param>
/// <param name="At">Market time of the evidence.</param>
/// <param name="Reading">The quote of a symbol; null for a basket.</param>
public sealed record PassedLevel(MetricId Metric, Direction Direction, Level Level, double Value, DateTimeOffset At, MemberReading? Reading)
{
    /// <summary>Of the entries of a plan's incident the first of the severest, and of its levels the furthest that has a number.</summary>
    public static PassedLevel? Find(FlushPlan plan) =>
        plan
            .Told.Where(told => told.Entry.IncidentId == plan.Lead.Id && told.Entry.Fired.Count > 0)
            .OrderByDescending(told => told.Entry.Severity)
            .ThenBy(told => told.Telling)
            .ThenBy(told => told.Entry.MarketTime)
            .Select(told => From(told.Entry))
            .FirstOrDefault();

    private static PassedLevel From(AlertEntry entry)
    {
        var fired = entry.Fired.OrderByDescending(fired => fired.IsNumbered).ThenByDescending(fired => fired.Level).First();
        return new PassedLevel(fired.Metric, fired.Direction, fired.Level, fired.Value, entry.MarketTime, entry.Reading);
    }
}
