using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Metrics;

/// <summary>The day-moves of a symbol, or the median day-moves of a basket, in the sessions before the running one.</summary>
internal static class EarlierMoves
{
    /// <summary>
    /// The moves, oldest first, in percent; only of members whose closes reach back equally far and end with the same session.
    /// </summary>
    /// <param name="closes">The closes of each member; one for a symbol.</param>
    /// <returns>Empty when less than half of the members can be compared.</returns>
    public static IReadOnlyList<double> MedianMoves(IReadOnlyList<DailyCloses> closes)
    {
        var alike =
            closes
                .Where(own => own.NewestSession is not null && own.Values.All(close => close > 0))
                .GroupBy(own => (own.NewestSession, own.Values.Count))
                .MaxBy(group => group.Count())
                ?.ToArray()
            ?? [];
        if (alike.Length is 0 || alike.Length * 2 < closes.Count)
        {
            return [];
        }

        return [.. Enumerable.Range(1, Math.Max(0, alike[0].Values.Count - 1)).Select(day => MedianOf(alike, day))];
    }

    private static double MedianOf(DailyCloses[] closes, int day) =>
        MedianMove.Compute([.. closes.Select(own => Percent.Change(own.Values[day - 1], own.Values[day]))]) ?? 0;
}
