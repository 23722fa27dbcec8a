using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>after-move</c>: 100 x (last after-hours price / today's close - 1), in percent. Episode: the after-hours of one day. Polled only if a
/// rule asks.
/// </summary>
/// <example>126 after a close of 120: +5 %.</example>
internal sealed class AfterMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.AfterMove;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.AfterHours;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising) =>
        Percent.Moves(symbols.AfterHoursBase, symbols.AfterHoursLast, falling, rising);
}
