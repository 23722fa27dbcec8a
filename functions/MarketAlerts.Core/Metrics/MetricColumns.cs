using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Metrics;

/// <summary>What the metrics of symbols are computed from: figures that passed the guards, NaN where unknown, in whole blocks.</summary>
public readonly ref struct MetricColumns
{
    private readonly PriceColumns _symbols;
    private readonly int _first;

    private MetricColumns(PriceColumns symbols, ThresholdOptions thresholds, int first, ReadOnlySpan<double> last, Span<double> dayMoves)
    {
        _symbols = symbols;
        _first = first;
        Count = last.Length;
        Thresholds = thresholds;
        Last = last;
        Percent.Moves(PreviousClose, last, dayMoves, dayMoves);
        DayMove = dayMoves;
    }

    /// <summary>How many symbols, padded.</summary>
    public int Count { get; }

    /// <summary>The thresholds of notable and severe.</summary>
    public ThresholdOptions Thresholds { get; }

    /// <summary>The last accepted price.</summary>
    public ReadOnlySpan<double> Last { get; }

    /// <summary>The day-move, in percent: several metrics start from it.</summary>
    public ReadOnlySpan<double> DayMove { get; }

    /// <summary>The session's first price.</summary>
    public ReadOnlySpan<double> Open => Slice(_symbols.Open.Padded);

    /// <summary>The previous close, in the shares of today.</summary>
    public ReadOnlySpan<double> PreviousClose => Slice(_symbols.PreviousClose.Padded);

    /// <summary>The usual day, in percent.</summary>
    public ReadOnlySpan<double> UsualDay => Slice(_symbols.UsualDay.Padded);

    /// <summary>Shares traded in the session so far.</summary>
    public ReadOnlySpan<double> Volume => Slice(_symbols.Volume.Padded);

    /// <summary>Shares usually traded by this time.</summary>
    public ReadOnlySpan<double> UsualVolumeSoFar => Slice(_symbols.UsualVolumeSoFar.Padded);

    /// <summary>The benchmark's day-move, in percent.</summary>
    public ReadOnlySpan<double> BenchmarkMove => Slice(_symbols.BenchmarkMove.Padded);

    /// <summary>The last accepted pre-market price.</summary>
    public ReadOnlySpan<double> PreMarketLast => Slice(_symbols.PreMarketLast.Padded);

    /// <summary>The close before it.</summary>
    public ReadOnlySpan<double> PreMarketBase => Slice(_symbols.PreMarketBase.Padded);

    /// <summary>The last accepted after-hours price.</summary>
    public ReadOnlySpan<double> AfterHoursLast => Slice(_symbols.AfterHoursLast.Padded);

    /// <summary>The close of that day.</summary>
    public ReadOnlySpan<double> AfterHoursBase => Slice(_symbols.AfterHoursBase.Padded);

    /// <summary>All symbols of a page.</summary>
    /// <param name="symbols">The page's symbols.</param>
    /// <param name="thresholds">The thresholds of notable and severe.</param>
    /// <param name="dayMoves">Room for a number per symbol, padded.</param>
    public static MetricColumns Create(PriceColumns symbols, ThresholdOptions thresholds, Span<double> dayMoves) =>
        new(symbols, thresholds, 0, symbols.Last.Padded, dayMoves);

    /// <summary>What a metric makes of one symbol, at its last price or as if another had been the last.</summary>
    /// <param name="symbols">The page's symbols.</param>
    /// <param name="thresholds">The thresholds of notable and severe.</param>
    /// <param name="row">The symbol.</param>
    /// <param name="last">The price.</param>
    /// <param name="metric">The metric.</param>
    public static (double Falling, double Rising) OfRow(
        PriceColumns symbols,
        ThresholdOptions thresholds,
        int row,
        double last,
        ISymbolMetric metric
    )
    {
        var block = Simd.CountOfSingles;
        Span<double> room = stackalloc double[4 * block];
        var falling = room[..block];
        var rising = room[block..(2 * block)];
        var prices = room[(2 * block)..(3 * block)];
        prices.Fill(last);
        var first = Simd.BlockOf(row);
        metric.Compute(new MetricColumns(symbols, thresholds, first, prices, room[(3 * block)..]), falling, rising);
        return (falling[row - first], rising[row - first]);
    }

    /// <summary>The highest price of a window, the newest included; NaN while that is alone in it.</summary>
    public ReadOnlySpan<double> Highest(int window) => Slice(_symbols.Windows.Highest(window));

    /// <summary>The lowest price of a window, the newest included; NaN while that is alone in it.</summary>
    public ReadOnlySpan<double> Lowest(int window) => Slice(_symbols.Windows.Lowest(window));

    private ReadOnlySpan<double> Slice(ReadOnlySpan<double> column) => column.Slice(_first, Count);
}
