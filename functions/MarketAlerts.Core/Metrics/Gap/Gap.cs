using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary><c>gap</c>: 100 x (session open / previous close - 1), in percent, from the first print on. Episode: the session.</summary>
/// <example>NVDA on 27 January 2025: an open of 124.80 against 142.62 is -12.4947 %.</example>
internal sealed class Gap : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Gap;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising) =>
        Percent.Moves(symbols.PreviousClose, symbols.Open, falling, rising);
}
