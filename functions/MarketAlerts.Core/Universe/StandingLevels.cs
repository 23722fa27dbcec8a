using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Universe;

/// <summary>
/// The levels that are watched on everything that anybody asked about, whatever they asked: notable, severe, and the rungs by which it is
/// seen that a move went further. So what is told of a move never hangs on the rules of somebody else.
/// </summary>
internal static class StandingLevels
{
    private static readonly long[] Tiers = [UnitsOf(1), UnitsOf(2)];

    /// <summary>Percent. A step is at most a third of what a move has to gain to be told as worse.</summary>
    private static readonly long[] Rungs =
    [
        .. new double[] { 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 21, 24, 28, 32, 38, 45 }.Select(UnitsOf),
    ];

    /// <summary>Those of a symbol.</summary>
    public static IReadOnlyList<(MetricId Metric, Direction Direction, long[] Levels)> OfSymbol { get; } = Of(MetricId.DayMove);

    /// <summary>Those of a basket.</summary>
    public static IReadOnlyList<(MetricId Metric, Direction Direction, long[] Levels)> OfBasket { get; } = Of(MetricId.MedianMove);

    /// <summary>Whether a crossing of a basket passed one.</summary>
    public static bool ArePassedBy(Crossing crossing) =>
        OfBasket.Any(levels =>
            levels.Metric == crossing.Metric && levels.Direction == crossing.Direction && crossing.Levels.ContainsAny(levels.Levels)
        );

    private static (MetricId, Direction, long[])[] Of(MetricId move) =>
        [
            (MetricId.Tier, Direction.Down, Tiers),
            (MetricId.Tier, Direction.Up, Tiers),
            (move, Direction.Down, Rungs),
            (move, Direction.Up, Rungs),
        ];

    private static long UnitsOf(double value) => Level.FromValue(value).Units;
}
