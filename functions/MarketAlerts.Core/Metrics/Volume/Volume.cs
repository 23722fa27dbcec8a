using System.Numerics.Tensors;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>volume</c>: the volume so far / (mean volume of the last 20 sessions x the share of a day that is usually traded by now), in
/// multiples; known to traders
/// as relative volume. The share comes from the <see cref="VolumeCurve"/>. It only rises. Episode: the session. Warm-up: 20 sessions of
/// known volume.
/// </summary>
/// <example>66 million shares by 10:00, usually 14.5 % of a mean day of 200 million = 29 million: 2.2759 times.</example>
internal sealed class Volume : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Volume;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.Session;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        TensorPrimitives.Divide(symbols.Volume, symbols.UsualVolumeSoFar, rising);
        falling.Fill(double.NaN);
    }
}
