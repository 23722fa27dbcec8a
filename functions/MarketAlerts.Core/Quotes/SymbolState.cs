using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Quotes;

/// <summary>What is known of one symbol between two polls: its last accepted quote, the extremes of its episodes, its usual day. Stored packed.</summary>
public sealed class SymbolState(Symbol symbol)
{
    /// <summary>Whose state it is.</summary>
    public Symbol Symbol { get; } = symbol;

    /// <summary>The session of the last accepted quote, or null before any.</summary>
    public DateOnly? Session { get; set; }

    /// <summary>Market time of the last accepted quote.</summary>
    public DateTimeOffset QuoteTime { get; set; }

    /// <summary>The last accepted price.</summary>
    public double Last { get; set; }

    /// <summary>The session's first price.</summary>
    public double? Open { get; set; }

    /// <summary>The previous close.</summary>
    public double? PreviousClose { get; set; }

    /// <summary>Shares traded in the session so far, if known.</summary>
    public long Volume { get; set; }

    /// <summary>The extremes of the session's episodes, in level units, laid out as <see cref="SymbolMetrics.ExtremeIndex"/> says.</summary>
    public long[] Extremes { get; } = new long[SymbolMetrics.ExtremeCount];

    /// <summary>The price levels already told, or null before the first quote.</summary>
    public PriceTold? Told { get; set; }

    /// <summary>A price that waits for one more quote, or null.</summary>
    public double? HeldPrice { get; set; }

    /// <summary>Market time of the held price.</summary>
    public DateTimeOffset HeldAt { get; set; }

    /// <summary>Market time of the newest quote that was looked at and not rejected: the same print told again is not newer.</summary>
    public DateTimeOffset NewestSeen => HeldPrice is not null && HeldAt > QuoteTime ? HeldAt : QuoteTime;

    /// <summary>The last verdict of the guards.</summary>
    public VerdictReason LastVerdict { get; set; }

    /// <summary>The closes behind its usual day.</summary>
    public DailyCloses Closes { get; } = new();

    /// <summary>Its recent path.</summary>
    public PriceTrail Trail { get; } = new();

    /// <summary>What the metrics are computed from.</summary>
    public MetricInput MetricInput(BarOptions bars) => new(Last, Open, PreviousClose, Closes.StandardDeviation(), bars);
}
