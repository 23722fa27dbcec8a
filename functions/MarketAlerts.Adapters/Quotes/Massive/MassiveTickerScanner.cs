using System.Text.Json;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Reads one element of <c>tickers</c>, its keys in any order. Of a key told twice the last counts, and an object replaces the whole one
/// before.
/// </summary>
internal static class MassiveTickerScanner
{
    /// <summary>Reads the object that was entered; false when its ticker is unknown.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, SymbolTable symbols, out MassiveTicker ticker)
    {
        ticker = default;
        var known = false;
        var minute = default(Utf8JsonReader);
        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("ticker"u8))
            {
                known = symbols.TryFind(reader.Text(), out ticker.Symbol);
            }
            else if (name.SequenceEqual("min"u8))
            {
                minute = reader; // A copy, to come back to where no trade is told.
                reader.Skip();
            }
            else
            {
                ReadPart(ref reader, name, ref ticker);
            }
        }

        if (!ticker.HasTrade && minute.TokenType is not JsonTokenType.None)
        {
            (ticker.MinuteClose, ticker.MinuteMillisecond) = ReadPriceAndTime(ref minute, (byte)'c');
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
            case 7 when name.SequenceEqual("prevDay"u8):
                (ticker.PreviousClose, _) = ReadPriceAndTime(ref reader, (byte)'c');
                break;
            case 7 when name.SequenceEqual("updated"u8):
                ticker.UpdatedNanosecond = reader.PositiveWhole();
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
        if (!reader.TryEnterObject())
        {
            return;
        }

        while (reader.NextName(out var name))
        {
            switch (name)
            {
                case [(byte)'o']:
                    ticker.Open = reader.Positive();
                    break;
                case [(byte)'h']:
                    ticker.High = reader.Positive();
                    break;
                case [(byte)'l']:
                    ticker.Low = reader.Positive();
                    break;
                case [(byte)'v']:
                    ticker.Volume = reader.Positive();
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
        if (!reader.TryEnterObject())
        {
            return (price, time);
        }

        while (reader.NextName(out var name))
        {
            if (name.Length is 1 && name[0] == priceName)
            {
                price = reader.Positive();
            }
            else if (name is [(byte)'t'])
            {
                time = reader.PositiveWhole();
            }
            else
            {
                reader.Skip();
            }
        }

        return (price, time);
    }
}
