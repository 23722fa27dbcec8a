using System.Numerics;
using System.Numerics.Tensors;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>tier</c>: 2 severe when |day-move| is at least 8 %, 1 notable when it is at least 5 % and |surprise| at least 2, else 0. Severe needs
/// no history; without
/// it nothing is notable. The thresholds are options; both are compared as levels, so -8.0000 % is 8 % whatever the last bit says. Episode:
/// the session.
/// </summary>
/// <example>-5.2 % of a stock whose usual day is 2 % is 2.6 usual days: notable, falling.</example>
internal sealed class Tier : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Tier;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        var moves = symbols.DayMove;
        var usual = symbols.UsualDay;
        for (var row = 0; row < rising.Length; row += Simd.Count)
        {
            Simd.Set(rising, row, TierOf(Simd.At(moves, row), Simd.At(usual, row), symbols.Thresholds));
        }

        TensorPrimitives.Negate(rising, falling);
    }

    private static Vector<double> TierOf(Vector<double> move, Vector<double> usualDay, ThresholdOptions thresholds)
    {
        var size = Vector.Abs(move);
        var severe = Reaches(size, thresholds.SeverePercent);
        var notable = Reaches(size, thresholds.NotablePercent) & Reaches(size / usualDay, thresholds.NotableSigma);
        var tier = Vector.ConditionalSelect(
            severe,
            new Vector<double>(2),
            Vector.ConditionalSelect(notable, Vector<double>.One, Vector<double>.Zero)
        );
        var known = Vector.Equals(move, move);
        return Vector.ConditionalSelect(known, Vector.CopySign(tier, move), move);
    }

    private static Vector<long> Reaches(Vector<double> value, double bar) =>
        Vector.GreaterThanOrEqual(Simd.UnitsOf(value), new Vector<double>(Level.UnitsOf(bar)));
}
