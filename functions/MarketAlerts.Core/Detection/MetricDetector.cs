using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>Computes all metrics of a page and raises their extremes.</summary>
/// <param name="thresholds">The thresholds of notable and severe.</param>
/// <param name="guards">The limit beyond which a source's own high or low is not believed.</param>
internal sealed class MetricDetector(ThresholdOptions thresholds, GuardOptions guards)
{
    /// <summary>A page of 500 symbols with a benchmark each.</summary>
    private const int MostOnStack = 1_000;

    /// <summary>Raises the extremes of the metrics that look at a part of the day.</summary>
    /// <param name="symbols">The page's symbols after the poll's quotes were taken.</param>
    /// <param name="levels">The wanted levels.</param>
    /// <param name="part">The part.</param>
    /// <param name="missed">Symbols of which polls were missed, with the quote that ended the gap.</param>
    /// <param name="crossings">Gets the crossings that somebody wants.</param>
    public void Raise(
        SymbolColumns symbols,
        LevelIndex levels,
        SessionPart part,
        IReadOnlyList<(int Row, Quote Quote)> missed,
        List<PendingCrossing> crossings
    )
    {
        RaiseMetrics(symbols, levels, part, crossings);
        if (part is not SessionPart.Regular)
        {
            return;
        }

        var prices = new PriceDetector(symbols, levels);
        foreach (var (row, quote) in missed)
        {
            RaiseMissed(symbols, row, quote, levels, prices, crossings);
        }

        prices.Match(crossings);
        prices.Move();
    }

    private void RaiseMetrics(SymbolColumns symbols, LevelIndex levels, SessionPart part, List<PendingCrossing> crossings)
    {
        var count = symbols.PaddedRows;
        var room = count <= MostOnStack ? stackalloc double[3 * count] : new double[3 * count];
        var units = count <= MostOnStack ? stackalloc float[count] : new float[count];
        var columns = MetricColumns.Create(symbols, thresholds, room[(2 * count)..]);
        var falling = room[..count];
        var rising = room[count..(2 * count)];
        for (var metric = 0; metric < SymbolMetrics.All.Count; metric++)
        {
            if (SymbolMetrics.All[metric].Part == part)
            {
                SymbolMetrics.All[metric].Compute(columns, falling, rising);
                Raise(DetectorOf(symbols, metric, Direction.Down, levels), falling, units, crossings);
                Raise(DetectorOf(symbols, metric, Direction.Up, levels), rising, units, crossings);
            }
        }
    }

    private static void Raise(in EpisodeDetector detector, ReadOnlySpan<double> values, Span<float> units, List<PendingCrossing> crossings)
    {
        Level.UnitsOf(values, units);
        detector.Match(units, crossings);
        detector.Raise(units);
    }

    /// <summary>After missed polls the source's own session low and high count too, unless they lie a jump away from the price.</summary>
    private void RaiseMissed(
        SymbolColumns symbols,
        int row,
        in Quote quote,
        LevelIndex levels,
        in PriceDetector prices,
        List<PendingCrossing> crossings
    )
    {
        foreach (var price in (double?[])[quote.Low, quote.High])
        {
            if (!(price > 0) || Math.Abs(Percent.Change(symbols.Last[row], price.Value)) > guards.JumpPercent)
            {
                continue;
            }

            var isExtreme = false;
            for (var metric = 0; metric < SymbolMetrics.All.Count; metric++)
            {
                if (SymbolMetrics.All[metric] is not { Part: SessionPart.Regular, EpisodeEnd: EpisodeEnd.Session } counting)
                {
                    continue;
                }

                var (falling, rising) = MetricColumns.OfRow(symbols, thresholds, row, price.Value, counting);
                isExtreme |= DetectorOf(symbols, metric, Direction.Down, levels).Take(row, falling, crossings);
                isExtreme |= DetectorOf(symbols, metric, Direction.Up, levels).Take(row, rising, crossings);
            }

            if (isExtreme)
            {
                prices.Reach(row, price.Value, crossings);
            }
        }
    }

    private static EpisodeDetector DetectorOf(SymbolColumns symbols, int metric, Direction direction, LevelIndex levels) =>
        new(SymbolMetrics.All[metric], direction, symbols.Episodes[metric, direction], symbols.Windows.SecondOfDay.Padded, levels);
}
