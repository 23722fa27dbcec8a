namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>Reads one element of <c>tickers</c>, its keys in any order. Of a key told twice the last counts, and an object replaces the whole one before.</summary>
internal static class MassiveTickerReader
{
    /// <summary>Reads the object the cursor has entered; false when its ticker is unknown.</summary>
    public static bool TryRead(ref JsonCursor cursor, SymbolTable symbols, out MassiveTicker ticker)
    {
        ticker = default;
        var known = false;
        while (cursor.NextName(out var name))
        {
            if (name.SequenceEqual("ticker"u8))
            {
                known = symbols.TryFind(cursor.Text(), out ticker.Symbol);
            }
            else
            {
                ReadPart(ref cursor, name, ref ticker);
            }
        }

        return known;
    }

    private static void ReadPart(ref JsonCursor cursor, scoped ReadOnlySpan<byte> name, ref MassiveTicker ticker)
    {
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("day"u8):
                ReadDay(ref cursor, ref ticker);
                break;
            case 3 when name.SequenceEqual("min"u8):
                (ticker.MinuteClose, ticker.MinuteMillisecond) = ReadPriceAndTime(ref cursor, (byte)'c');
                break;
            case 7 when name.SequenceEqual("prevDay"u8):
                (ticker.PreviousClose, _) = ReadPriceAndTime(ref cursor, (byte)'c');
                break;
            case 7 when name.SequenceEqual("updated"u8):
                ticker.UpdatedNanosecond = cursor.PositiveWhole();
                break;
            case 9 when name.SequenceEqual("lastTrade"u8):
                (ticker.TradePrice, ticker.TradeNanosecond) = ReadPriceAndTime(ref cursor, (byte)'p');
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private static void ReadDay(ref JsonCursor cursor, ref MassiveTicker ticker)
    {
        (ticker.Open, ticker.High, ticker.Low, ticker.Volume) = (0, 0, 0, 0);
        if (!cursor.Enter('{'))
        {
            return;
        }

        while (cursor.NextName(out var name))
        {
            switch (name)
            {
                case [(byte)'o']:
                    ticker.Open = cursor.Positive();
                    break;
                case [(byte)'h']:
                    ticker.High = cursor.Positive();
                    break;
                case [(byte)'l']:
                    ticker.Low = cursor.Positive();
                    break;
                case [(byte)'v']:
                    ticker.Volume = cursor.Positive();
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }
    }

    private static (double Price, long Time) ReadPriceAndTime(ref JsonCursor cursor, byte priceName)
    {
        var (price, time) = (0.0, 0L);
        if (!cursor.Enter('{'))
        {
            return (price, time);
        }

        while (cursor.NextName(out var name))
        {
            if (name.Length is 1 && name[0] == priceName)
            {
                price = cursor.Positive();
            }
            else if (name is [(byte)'t'])
            {
                time = cursor.PositiveWhole();
            }
            else
            {
                cursor.Skip();
            }
        }

        return (price, time);
    }
}
