using System.Text.Json;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>Reads one element of <c>tickers</c>, its keys in any order. Of a key told twice the last counts, and an object replaces the whole one before.</summary>
internal static class MassiveTickerReader
{
    /// <summary>Reads the object the reader stands on; false when its ticker is unknown.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, SymbolTable symbols, out MassiveTicker ticker)
    {
        ticker = default;
        var known = false;
        while (MassiveJson.NextName(ref reader, out var name))
        {
            if (name.SequenceEqual("ticker"u8))
            {
                known = symbols.TryFind(MassiveJson.Text(ref reader), out ticker.Symbol);
            }
            else
            {
                ReadPart(ref reader, name, ref ticker);
            }
        }

        return known;
    }

    private static void ReadPart(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref MassiveTicker ticker)
    {
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("day"u8):
                ReadDay(ref reader, ref ticker);
                break;
            case 3 when name.SequenceEqual("min"u8):
                (ticker.MinuteClose, ticker.MinuteMillisecond) = ReadPriceAndTime(ref reader, (byte)'c');
                break;
            case 7 when name.SequenceEqual("prevDay"u8):
                (ticker.PreviousClose, _) = ReadPriceAndTime(ref reader, (byte)'c');
                break;
            case 7 when name.SequenceEqual("updated"u8):
                ticker.UpdatedNanosecond = MassiveJson.PositiveWhole(ref reader);
                break;
            case 9 when name.SequenceEqual("lastTrade"u8):
                (ticker.TradePrice, ticker.TradeNanosecond) = ReadPriceAndTime(ref reader, (byte)'p');
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void ReadDay(ref Utf8JsonReader reader, ref MassiveTicker ticker)
    {
        (ticker.Open, ticker.High, ticker.Low, ticker.Volume) = (0, 0, 0, 0);
        if (!MassiveJson.Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        while (MassiveJson.NextName(ref reader, out var name))
        {
            switch (name)
            {
                case [(byte)'o']:
                    ticker.Open = MassiveJson.Positive(ref reader);
                    break;
                case [(byte)'h']:
                    ticker.High = MassiveJson.Positive(ref reader);
                    break;
                case [(byte)'l']:
                    ticker.Low = MassiveJson.Positive(ref reader);
                    break;
                case [(byte)'v']:
                    ticker.Volume = MassiveJson.Positive(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static (double Price, long Time) ReadPriceAndTime(ref Utf8JsonReader reader, byte priceName)
    {
        var (price, time) = (0.0, 0L);
        if (MassiveJson.Enter(ref reader, JsonTokenType.StartObject))
        {
            while (MassiveJson.NextName(ref reader, out var name))
            {
                if (name.Length is 1 && name[0] == priceName)
                {
                    price = MassiveJson.Positive(ref reader);
                }
                else if (name is [(byte)'t'])
                {
                    time = MassiveJson.PositiveWhole(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return (price, time);
    }
}
