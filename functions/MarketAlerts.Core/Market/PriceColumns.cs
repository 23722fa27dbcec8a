namespace MarketAlerts.Core.Market;

/// <summary>The figures of a page's symbols that metrics are computed from, a column each; NaN where one is unknown.</summary>
public abstract class PriceColumns
{
    /// <summary>The last accepted price, to 1/10,000.</summary>
    public Column<double> Last { get; } = new(double.NaN);

    /// <summary>The session's first price.</summary>
    public Column<double> Open { get; } = new(double.NaN);

    /// <summary>The previous close, in the shares of today.</summary>
    public Column<double> PreviousClose { get; } = new(double.NaN);

    /// <summary>Shares traded in the session so far.</summary>
    public Column<double> Volume { get; } = new(double.NaN);

    /// <summary>The usual volume at the time of the last accepted quote.</summary>
    public Column<double> UsualVolumeSoFar { get; } = new(double.NaN);

    /// <summary>The usual day, in percent.</summary>
    public Column<double> UsualDay { get; } = new(double.NaN);

    /// <summary>The benchmark's day-move at the last accepted quote, in percent.</summary>
    public Column<double> BenchmarkMove { get; } = new(double.NaN);

    /// <summary>The last accepted pre-market price.</summary>
    public Column<double> PreMarketLast { get; } = new(double.NaN);

    /// <summary>The close before it.</summary>
    public Column<double> PreMarketBase { get; } = new(double.NaN);

    /// <summary>The last accepted after-hours price.</summary>
    public Column<double> AfterHoursLast { get; } = new(double.NaN);

    /// <summary>The close of that day.</summary>
    public Column<double> AfterHoursBase { get; } = new(double.NaN);

    /// <summary>The prices of the last hour.</summary>
    public PriceWindows Windows { get; } = new();
}
