using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary><c>open-move</c>: 100 x (last / session open - 1), in percent. Episode: the session. No value before the first print.</summary>
/// <example>NVDA on 27 January 2025: 118.42 against an open of 124.80 is -5.1122 %.</example>
internal sealed class OpenMove : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.OpenMove;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising) =>
        Percent.Moves(symbols.Open, symbols.Last, falling, rising);
}
