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
    private static void Compare(Span<double> moves, ReadOnlySpan<float> furthest, ReadOnlySpan<float> tiers, double bar)
    {
        var bars = new Vector<float>((float)Level.UnitsOf(bar));
        var row = 0;
        for (; row <= moves.Length - Lanes.CountOfSingles; row += Lanes.CountOfSingles)
        {
            var reset = Vector.Min(Lanes.At(furthest, row) / 2, bars);
            var recovered = Vector.LessThanOrEqual(Lanes.UnitsAt(moves, row), reset) & Vector.GreaterThan(Lanes.At(tiers, row), Vector<float>.Zero);
            Vector.Widen(Vector.ConditionalSelect(recovered, Vector<float>.One, Vector<float>.Zero), out var low, out var high);
            Lanes.Set(moves, row, WhereKnown(Lanes.At(moves, row), low));
            Lanes.Set(moves, row + Lanes.Count, WhereKnown(Lanes.At(moves, row + Lanes.Count), high));
        }

        for (; row < moves.Length; row++)
        {
            var recovered = tiers[row] > 0 && Level.UnitsOf(moves[row]) <= Math.Min(furthest[row] / 2, bars[0]);
            moves[row] = double.IsNaN(moves[row]) ? double.NaN : recovered ? 1 : 0;
        }
    }

    private static Vector<double> WhereKnown(Vector<double> move, Vector<double> value) => Vector.ConditionalSelect(Vector.Equals(move, move), value, move);
}
