using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.MarketPages;

/// <summary>
/// One row of a page's columns: what is known of one symbol between two polls. Unknown numbers are null here and NaN in the columns.
/// </summary>
public sealed class SymbolState(SymbolColumns columns, int row)
{
    /// <summary>A symbol of its own, on a page of one row.</summary>
    public SymbolState(Symbol symbol)
        : this(Of(symbol), 0) { }

    /// <summary>The columns it is a row of.</summary>
    public SymbolColumns Columns => columns;

    /// <summary>Its row.</summary>
    public int Row => row;

    /// <summary>Whose state it is.</summary>
    public Symbol Symbol => columns.Symbols[row];

    /// <summary>The session of the last accepted quote, or null before any.</summary>
    public DateOnly? Session
    {
        get => columns.Session[row] is > 0 and var day ? DateOnly.FromDayNumber(day) : null;
        set => columns.Session[row] = value?.DayNumber ?? 0;
    }

    /// <summary>Market time of the last accepted quote.</summary>
    public DateTimeOffset QuoteTime
    {
        get => new(columns.QuoteTime[row], TimeSpan.Zero);
        set => columns.QuoteTime[row] = value.UtcTicks;
    }

    /// <summary>The last accepted price, to 1/10,000.</summary>
    public double Last
    {
        get => columns.Last[row];
        set => columns.Last[row] = value;
    }

    /// <summary>The session's first price.</summary>
    public double? Open
    {
        get => Known(columns.Open[row]);
        set => columns.Open[row] = value ?? double.NaN;
    }

    /// <summary>The previous close, in the shares of today.</summary>
    public double? PreviousClose
    {
        get => Known(columns.PreviousClose[row]);
        set => columns.PreviousClose[row] = value ?? double.NaN;
    }

    /// <summary>Shares traded in the session so far, if known.</summary>
    public double? Volume
    {
        get => Known(columns.Volume[row]);
        set => columns.Volume[row] = value ?? double.NaN;
    }

    /// <summary>The usual day in percent, if known.</summary>
    public double? UsualDay => Known(columns.UsualDay[row]);

    /// <summary>The price levels already told, or null before the first quote.</summary>
    public PriceTold? Told
    {
        get => double.IsNaN(columns.ToldBelow[row]) ? null : new PriceTold((long)columns.ToldBelow[row], (long)columns.ToldAbove[row]);
        set => columns.Tell(row, value?.Below ?? double.NaN, value?.Above ?? double.NaN);
    }

    /// <summary>A price that waits for one more quote, or null.</summary>
    public double? HeldPrice => Known(columns.HeldPrice[row]);

    /// <summary>Whether the day's figures rest on something nobody confirmed.</summary>
    public bool Unverified => columns.Unverified[row];

    /// <summary>
    /// How many sources show the session's severe move: 2 when another one agreed, 1 when one was asked and did not, 0 when nobody was
    /// asked.
    /// </summary>
    public int Sources => columns.Sources[row];

    /// <summary>Whether trading is halted.</summary>
    public bool Halted => columns.HaltedSince[row] > 0;

    /// <summary>The last verdict of the guards.</summary>
    public VerdictReason LastVerdict
    {
        get => columns.LastVerdict[row];
        set => columns.LastVerdict[row] = value;
    }

    /// <summary>The closes behind its usual day.</summary>
    public DailyCloses Closes => columns.Closes[row];

    /// <summary>Its recent path, the newest price included.</summary>
    public IReadOnlyList<TrailPoint> Path => columns.Trails[row].UpTo(TrailPoint.At(columns.QuoteTime[row], Last));

    /// <summary>The extreme of a metric's running episode, in level units.</summary>
    public long ExtremeOf(MetricId metric, Direction direction) => (long)columns.Episodes.Extremes(metric, direction)[row];

    /// <summary>Replaces the closes and what is computed from them.</summary>
    public void RestoreCloses(DateOnly? newestSession, IEnumerable<(double Close, float Volume)> sessions)
    {
        Closes.Restore(newestSession, sessions);
        columns.CountCloses(row);
    }

    /// <summary>How far the symbol moved each way by a metric, in its unit; NaN when there is not enough data.</summary>
    public (double Falling, double Rising) MagnitudesOf(ISymbolMetric metric, ThresholdOptions thresholds) =>
        MetricColumns.OfRow(columns, thresholds, row, Last, metric);

    private static SymbolColumns Of(Symbol symbol)
    {
        var columns = new SymbolColumns();
        columns.Add([symbol]);
        return columns;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
