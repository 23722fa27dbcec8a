namespace MarketAlerts.Core.Market;

/// <summary>
/// One answer of a quote source about one symbol. Prices in the listing's currency; nothing in it is trusted before the guards. As long as
/// a line of the processor's cache: a poll reads ten thousand of them.
/// </summary>
/// <remarks>A wire number becomes the nearest <see cref="double"/>; levels round to 1/10,000, which restores every price of up to 15 digits
/// (docs/decisions/0010).</remarks>
public readonly record struct Quote
{
    private const long NoVolume = long.MinValue;

    private readonly double _open;
    private readonly double _high;
    private readonly double _low;
    private readonly double _previousClose;
    private readonly long _volume;

    /// <summary>What a source says of a symbol.</summary>
    /// <param name="symbol">Whose quote it is.</param>
    /// <param name="marketTime">When the exchange printed it (UTC), never when we saw it.</param>
    /// <param name="last">The last trade.</param>
    /// <param name="open">The session's first trade, if the source tells.</param>
    /// <param name="high">The session's highest trade so far, if the source tells.</param>
    /// <param name="low">The session's lowest trade so far, if the source tells.</param>
    /// <param name="previousClose">The close of the session before, split-adjusted.</param>
    /// <param name="volume">Shares traded in the session so far.</param>
    public Quote(
        Symbol symbol,
        DateTimeOffset marketTime,
        double last,
        double? open,
        double? high,
        double? low,
        double? previousClose,
        long? volume
    )
    {
        (Symbol, MarketTicks, Last) = (symbol, marketTime.UtcTicks, last);
        (Open, High, Low, PreviousClose, Volume) = (open, high, low, previousClose, volume);
    }

    /// <summary>Whose quote it is.</summary>
    public Symbol Symbol { get; init; }

    /// <summary>When the exchange printed it (UTC), never when we saw it.</summary>
    public DateTimeOffset MarketTime
    {
        get => new(MarketTicks, TimeSpan.Zero);
        init => MarketTicks = value.UtcTicks;
    }

    /// <summary>The same in UTC ticks.</summary>
    public long MarketTicks { get; private init; }

    /// <summary>The last trade.</summary>
    public double Last { get; init; }

    /// <summary>The session's first trade, if the source tells.</summary>
    public double? Open
    {
        get => Known(_open);
        init => _open = value ?? double.NaN;
    }

    /// <summary>The session's highest trade so far, if the source tells.</summary>
    public double? High
    {
        get => Known(_high);
        init => _high = value ?? double.NaN;
    }

    /// <summary>The session's lowest trade so far, if the source tells.</summary>
    public double? Low
    {
        get => Known(_low);
        init => _low = value ?? double.NaN;
    }

    /// <summary>The close of the session before, split-adjusted.</summary>
    public double? PreviousClose
    {
        get => Known(_previousClose);
        init => _previousClose = value ?? double.NaN;
    }

    /// <summary>Shares traded in the session so far.</summary>
    public long? Volume
    {
        get => _volume is NoVolume ? null : _volume;
        init => _volume = value ?? NoVolume;
    }

    /// <summary>A source that says "not a number" says nothing.</summary>
    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}

/// <summary>What a source answers to one request.</summary>
/// <param name="Quotes">The newest quotes; a symbol it has none for is left out.</param>
/// <param name="DeclaredDelay">How late the source says that they are.</param>
public sealed record QuoteAnswer(IReadOnlyList<Quote> Quotes, TimeSpan DeclaredDelay);
