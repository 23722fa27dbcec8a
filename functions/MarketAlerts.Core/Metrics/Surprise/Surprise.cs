using System.Numerics.Tensors;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>surprise</c>: day-move / sample standard deviation of the last 20 daily returns, in usual days (a z-score whose mean is taken as
/// zero, as the daily
/// mean is small against the deviation). Episode: the session. Warm-up: 20 returns, else no value.
/// </summary>
/// <example>A day-move of -16.9682 % of a stock whose usual day is 3 % is -5.6561 usual days.</example>
internal sealed class Surprise : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Surprise;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        TensorPrimitives.Divide(symbols.DayMove, symbols.UsualDay, rising);
        TensorPrimitives.Negate(rising, falling);
    }
}
