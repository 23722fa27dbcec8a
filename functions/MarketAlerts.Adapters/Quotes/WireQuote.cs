using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>What an answer says of one symbol, in the order the keys come; 0 is "not told".</summary>
internal struct WireQuote
{
    private const double MostShares = 1e15;

    public long Ticks; // UTC
    public double Last;
    public double Open;
    public double High;
    public double Low;
    public double PreviousClose;
    public double Volume;

    /// <summary>The quote; false when price or time is not told.</summary>
    public readonly bool TryQuote(Symbol symbol, out Quote quote)
    {
        quote = new Quote(
            symbol,
            new DateTimeOffset(Ticks, TimeSpan.Zero),
            Last,
            Told(Open),
            Told(High),
            Told(Low),
            Told(PreviousClose),
            Shares(Volume)
        );
        return Last > 0 && Ticks > 0;
    }

    /// <summary>A figure, or null when it is not told.</summary>
    public static double? Told(double value) => value > 0 ? value : null;

    /// <summary>A volume, or null when it is not told or beyond any market.</summary>
    public static long? Shares(double volume) => volume is >= 1 and < MostShares ? (long)volume : null;
}
