namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The twelve value streams of a symbol: price above, price below, falls over day, 5, 15, 30 and 60 minutes, rises over the same. In each
/// the levels in (extreme before, value now] are crossed; prices below count negative, so that falling to a level is rising to it.
/// </summary>
internal static class Streams
{
    public const int PerSymbol = 12;
    public const int Above = 0,
        Below = 1,
        FirstFall = 2,
        FirstRise = 7;
    public const int Windows = FirstRise - FirstFall;

    /// <summary>A usual move over each window, in percent.</summary>
    public static IReadOnlyList<double> UsualMoves { get; } = [1.5, 0.25, 0.4, 0.55, 0.75];
}
