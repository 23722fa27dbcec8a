using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// What the snapshot says of one ticker; 0 is "not told", as on the wire between the night's clearing and the first trade.
/// </summary>
internal struct MassiveTicker
{
    private const long LastMillisecond = 253_402_300_799_999;
    private const long MillisecondsPerMinute = 60_000;
    private const long NanosecondsPerTick = 100;

    public Symbol Symbol;
    public double Open;
    public double High;
    public double Low;
    public double Volume;
    public double PreviousClose;
    public double TradePrice;
    public double MinuteClose;
    public long TradeNanosecond;
    public long MinuteMillisecond;
    public long UpdatedNanosecond;

    public readonly bool HasTrade => TradePrice > 0 && TradeNanosecond > 0;

    /// <summary>
    /// The quote: the last trade where the plan includes it, else the newest minute's close; false when neither has both price and time.
    /// </summary>
    public readonly bool TryQuote(out Quote quote)
    {
        var (last, ticks) = HasTrade ? (TradePrice, TradeNanosecond / NanosecondsPerTick) : (MinuteClose, MinuteTicks());
        quote = new Quote(
            Symbol,
            DateTimeOffset.UnixEpoch.AddTicks(ticks),
            last,
            WireQuote.Told(Open),
            WireQuote.Told(High),
            WireQuote.Told(Low),
            WireQuote.Told(PreviousClose),
            WireQuote.Shares(Volume)
        );
        return last > 0 && ticks > 0;
    }

    /// <summary>
    /// A minute's close traded before the minute ended, and before the ticker was last updated: the earlier is the nearest to the truth.
    /// </summary>
    private readonly long MinuteTicks()
    {
        if (MinuteMillisecond is <= 0 or > LastMillisecond - MillisecondsPerMinute)
        {
            return 0;
        }

        var updated = UpdatedNanosecond / NanosecondsPerTick;
        var start = MinuteMillisecond * TimeSpan.TicksPerMillisecond;
        return updated < start ? start : Math.Min(updated, start + TimeSpan.TicksPerMinute);
    }
}
