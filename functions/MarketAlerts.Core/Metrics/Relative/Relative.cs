using System.Numerics.Tensors;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>relative</c>: day-move minus the day-move of the benchmark of the symbol's basket, in percentage points (the excess return with a
/// beta of one). Episode:
/// the session. No value without a benchmark whose quote is at most two minutes older or newer than the symbol's.
/// </summary>
/// <example>NVDA -16.9682 % on a day when SPY is -1.4128 %: -15.5554 points.</example>
internal sealed class Relative : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Relative;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        TensorPrimitives.Subtract(symbols.DayMove, symbols.BenchmarkMove, rising);
        TensorPrimitives.Negate(rising, falling);
    }
}
