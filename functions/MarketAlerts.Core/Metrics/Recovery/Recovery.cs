using System.Numerics;
using System.Numerics.Tensors;
using MarketAlerts.Core.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>recovery</c>: 1 once a day that was notable one way is back at or below both half of its furthest day-move that way and the notable bar, else 0: the reset
/// level of an incident, far enough from the bar that it does not flap. Episode: the session. No value without a previous close.
/// </summary>
/// <example>A stock that fell 14 % has recovered at -5 %; one that fell 6 % at -3 %; one that fell 4.9 % has nothing to recover from.</example>
public sealed class Recovery : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Recovery;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <summary>How far a move that was notable may still be to count as recovered, in percent.</summary>
    /// <param name="furthest">Its extreme, in percent.</param>
    /// <param name="bar">The bar it passed, in percent.</param>
    public static double Reset(double furthest, double bar) => Math.Min(furthest / 2, bar);

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        symbols.DayMove.CopyTo(rising);
        TensorPrimitives.Negate(rising, falling);
        Compare(falling, symbols.Extremes(MetricId.DayMove, Direction.Down), symbols.Extremes(MetricId.Tier, Direction.Down), symbols.Bars.NotablePercent);
        Compare(rising, symbols.Extremes(MetricId.DayMove, Direction.Up), symbols.Extremes(MetricId.Tier, Direction.Up), symbols.Bars.NotablePercent);
    }

    /// <summary>Turns moves one way into recoveries from them.</summary>
    private static void Compare(Span<double> moves, ReadOnlySpan<double> furthest, ReadOnlySpan<double> tiers, double bar)
    {
        var row = 0;
        for (; row <= moves.Length - Lanes.Count; row += Lanes.Count)
        {
            Lanes.Set(moves, row, RecoveryOf(Lanes.At(moves, row), Lanes.At(furthest, row), Lanes.At(tiers, row), bar));
        }

        for (; row < moves.Length; row++)
        {
            moves[row] = RecoveryOf(new Vector<double>(moves[row]), new Vector<double>(furthest[row]), new Vector<double>(tiers[row]), bar)[0];
        }
    }

    private static Vector<double> RecoveryOf(Vector<double> move, Vector<double> furthest, Vector<double> tier, double bar)
    {
        var reset = Vector.Min(furthest / 2, new Vector<double>(Level.UnitsOf(bar)));
        var recovered = Vector.LessThanOrEqual(Lanes.UnitsOf(move), reset) & Vector.GreaterThan(tier, Vector<double>.Zero);
        var value = Vector.ConditionalSelect(recovered, Vector<double>.One, Vector<double>.Zero);
        return Vector.ConditionalSelect(Vector.Equals(move, move), value, move);
    }
}
