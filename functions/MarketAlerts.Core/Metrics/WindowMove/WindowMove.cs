using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>move-5m</c>, <c>-15m</c>, <c>-30m</c>, <c>-60m</c>: the fall from the highest and the rise from the lowest accepted price of the
/// window that ends with the
/// newest quote, in percent: 100 x (1 - last / highest) and 100 x (last / lowest - 1), the drawdown and run-up of a sliding window.
/// Episode: until back at half the extreme. Warm-up: two quotes within the window.
/// </summary>
/// <param name="id">The metric.</param>
/// <param name="window">Which window of <see cref="PriceWindows"/>.</param>
/// <example>100, 103, 99.91 within 15 minutes: it fell 3 % from 103, whatever clock minute that began in.</example>
internal sealed class WindowMove(MetricId id, int window) : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => id;

    /// <inheritdoc/>
    public SessionPart Part => SessionPart.Regular;

    /// <inheritdoc/>
    public EpisodeEnd EpisodeEnd => EpisodeEnd.BackAtHalf;

    /// <inheritdoc/>
    public void Compute(in MetricColumns symbols, Span<double> falling, Span<double> rising)
    {
        var last = symbols.Last;
        var highest = symbols.Highest(window);
        var lowest = symbols.Lowest(window);
        for (var row = 0; row < rising.Length; row += Simd.Count)
        {
            var price = Simd.At(last, row);
            Simd.Set(falling, row, -Percent.Change(Simd.At(highest, row), price));
            Simd.Set(rising, row, Percent.Change(Simd.At(lowest, row), price));
        }
    }
}
