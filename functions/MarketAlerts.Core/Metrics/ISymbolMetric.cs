using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// A metric of a symbol: one folder, one line in <see cref="SymbolMetrics"/>. It computes a whole page at once and keeps nothing.
/// </summary>
public interface ISymbolMetric
{
    /// <summary>Which metric it is.</summary>
    MetricId Id { get; }

    /// <summary>The part of the day whose quotes it looks at.</summary>
    SessionPart Part { get; }

    /// <summary>How long an extreme stands.</summary>
    EpisodeEnd EpisodeEnd { get; }

    /// <summary>
    /// Computes how far each symbol moved each way, in the metric's unit; NaN when there is not enough data, which is never zero.
    /// </summary>
    /// <param name="symbols">What is known of the symbols.</param>
    /// <param name="falling">Magnitudes of the fall, as many as there are symbols, padded; at or below zero when it does not fall.</param>
    /// <param name="rising">Magnitudes of the rise, as many; at or below zero when it does not rise.</param>
    void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising);
}

/// <summary>When an extreme stops to stand and its levels are armed again.</summary>
public enum EpisodeEnd
{
    /// <summary>With the session or the part of it that the metric looks at.</summary>
    Session,

    /// <summary>When the value was at or below half the extreme at two accepted quotes a minute apart.</summary>
    BackAtHalf,
}
