using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>pre-move</c>: 100 x (last pre-market price / previous close - 1), in percent. Episode: the pre-market of one day. Polled only if a
/// rule asks.
/// </summary>
/// <example>110.40 before the open after a close of 120: -8 %.</example>
internal sealed class PreMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.PreMove;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.PreMarket;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising) =>
        Percent.Moves(symbols.PreMarketBase, symbols.PreMarketLast, falling, rising);
}
