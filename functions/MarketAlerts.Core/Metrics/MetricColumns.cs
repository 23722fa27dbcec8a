using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Metrics;

/// <summary>What the metrics of symbols are computed from: figures that passed the guards, one per symbol, NaN where unknown.</summary>
public readonly ref struct MetricColumns
{
    private readonly SymbolColumns _symbols;
    private readonly int _first;

    private MetricColumns(SymbolColumns symbols, ThresholdOptions thresholds, int first, ReadOnlySpan<double> last, Span<double> dayMoves)
    {
        _symbols = symbols;
        _first = first;
        Count = last.Length;
        Thresholds = thresholds;
        Last = last;
        Percent.Moves(PreviousClose, last, dayMoves, dayMoves);
        DayMove = dayMoves;
    }

    /// <summary>How many symbols.</summary>
    public int Count { get; }

    /// <summary>The thresholds of notable and severe.</summary>
    public ThresholdOptions Thresholds { get; }

    /// <summary>The last accepted price.</summary>
    public ReadOnlySpan<double> Last { get; }

    /// <summary>The day-move, in percent: several metrics start from it.</summary>
    public ReadOnlySpan<double> DayMove { get; }

    /// <summary>The session's first price.</summary>
    public ReadOnlySpan<double> Open => Slice(_symbols.Open.Values);

    /// <summary>The previous close, in the shares of today.</summary>
    public ReadOnlySpan<double> PreviousClose => Slice(_symbols.PreviousClose.Values);

    /// <summary>The usual day, in percent.</summary>
    public ReadOnlySpan<double> UsualDay => Slice(_symbols.UsualDay.Values);

    /// <summary>Shares traded in the session so far.</summary>
    public ReadOnlySpan<double> Volume => Slice(_symbols.Volume.Values);

    /// <summary>Shares usually traded by this time.</summary>
    public ReadOnlySpan<double> UsualVolumeSoFar => Slice(_symbols.UsualVolumeSoFar.Values);

    /// <summary>The benchmark's day-move, in percent.</summary>
    public ReadOnlySpan<double> BenchmarkMove => Slice(_symbols.BenchmarkMove.Values);

    /// <summary>The last accepted pre-market price.</summary>
    public ReadOnlySpan<double> PreMarketLast => Slice(_symbols.PreMarketLast.Values);

    /// <summary>The close before it.</summary>
    public ReadOnlySpan<double> PreMarketBase => Slice(_symbols.PreMarketBase.Values);

    /// <summary>The last accepted after-hours price.</summary>
    public ReadOnlySpan<double> AfterHoursLast => Slice(_symbols.AfterHoursLast.Values);

    /// <summary>The close of that day.</summary>
    public ReadOnlySpan<double> AfterHoursBase => Slice(_symbols.AfterHoursBase.Values);

    /// <summary>All symbols of a page.</summary>
    /// <param name="symbols">The page's symbols.</param>
    /// <param name="thresholds">The thresholds of notable and severe.</param>
    /// <param name="dayMoves">Room for a number per symbol.</param>
    public static MetricColumns Create(SymbolColumns symbols, ThresholdOptions thresholds, Span<double> dayMoves) =>
        new(symbols, thresholds, 0, symbols.Last.Values, dayMoves);

    /// <summary>One symbol, at its last price or as if another had been the last.</summary>
    /// <param name="symbols">The page's symbols.</param>
    /// <param name="thresholds">The thresholds of notable and severe.</param>
    /// <param name="row">The symbol.</param>
    /// <param name="last">The price.</param>
    public static MetricColumns OfRow(SymbolColumns symbols, ThresholdOptions thresholds, int row, double last) =>
        new(symbols, thresholds, row, new[] { last }, new double[1]);

    /// <summary>The extremes of the running episodes of a metric in one direction, in level units.</summary>
    public ReadOnlySpan<float> Extremes(MetricId metric, Direction direction) =>
        _symbols.Episodes.Extremes(metric, direction).Slice(_first, Count);

    /// <summary>The highest price of a window, the newest included; NaN while that is alone in it.</summary>
    public ReadOnlySpan<double> Highest(int window) => Slice(_symbols.Windows.Highest(window));

    /// <summary>The lowest price of a window, the newest included; NaN while that is alone in it.</summary>
    public ReadOnlySpan<double> Lowest(int window) => Slice(_symbols.Windows.Lowest(window));

    private ReadOnlySpan<double> Slice(ReadOnlySpan<double> column) => column.Slice(_first, Count);
}
