using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// What Alpaca says of one symbol. Any part may be missing, and its bars move to a new day only with the first trade of that day.
/// </summary>
internal struct AlpacaSnapshot
{
    private AlpacaBar _trade;
    private AlpacaBar _day;
    private AlpacaBar _dayBefore;

    /// <summary>Reads the object that was entered.</summary>
    public static AlpacaSnapshot Read(ref Utf8JsonReader reader)
    {
        var snapshot = default(AlpacaSnapshot);
        while (reader.NextName(out var name))
        {
            switch (name.Length)
            {
                case 11 when name.SequenceEqual("latestTrade"u8):
                    snapshot._trade = AlpacaBar.Read(ref reader);
                    break;
                case 8 when name.SequenceEqual("dailyBar"u8):
                    snapshot._day = AlpacaBar.Read(ref reader);
                    break;
                case 12 when name.SequenceEqual("prevDailyBar"u8):
                    snapshot._dayBefore = AlpacaBar.Read(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return snapshot;
    }

    /// <summary>
    /// The quote; false when the last trade is not told. The day's figures are told only if the bar is of the trade's day.
    /// </summary>
    public readonly bool TryQuote(Symbol symbol, out Quote quote)
    {
        var date = _trade.Date;
        var day = _day.Date == date ? _day : default;
        var fields = new WireQuote
        {
            Ticks = _trade.Ticks,
            Last = _trade.Price,
            PreviousClose = PreviousClose(date),
            Open = day.Open,
            High = day.High,
            Low = day.Low,
            Volume = day.Volume,
        };
        return fields.TryQuote(symbol, out quote);
    }

    /// <summary>The close of the newest bar before the trade's day; behind a bar of a later day nobody knows which that is.</summary>
    private readonly double PreviousClose(DateOnly date)
    {
        if (_day.Date > date || _dayBefore.Date >= date)
        {
            return 0;
        }

        return _day.Ticks > 0 && _day.Date < date ? _day.Close : _dayBefore.Close;
    }
}
