using System.Numerics.Tensors;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>day-move</c>: 100 x (last / previous close - 1), in percent; the simple return that exchanges and papers print as the day's change.
/// Episode: the
/// session. No value without a previous close.
/// </summary>
/// <example>NVDA on 27 January 2025: 118.42 against 142.62 is -16.9682 %.</example>
internal sealed class DayMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.DayMove;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        symbols.DayMove.CopyTo(rising);
        TensorPrimitives.Negate(rising, falling);
    }
}
