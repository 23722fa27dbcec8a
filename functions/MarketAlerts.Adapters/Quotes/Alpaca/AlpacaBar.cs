using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>A day's bar, or a trade, as Alpaca writes them; 0 is "not told".</summary>
internal struct AlpacaBar
{
    public long Ticks; // UTC; a day's bar is stamped with New York's midnight.
    public double Price; // Of a trade.
    public double Open;
    public double High;
    public double Low;
    public double Close;
    public double Volume;

    /// <summary>The date in New York; the calendar's first where no time is told, which is before all others.</summary>
    public readonly DateOnly Date => Ticks > 0 ? MarketCalendar.DateOf(new DateTimeOffset(Ticks, TimeSpan.Zero)) : DateOnly.MinValue;

    /// <summary>Reads the object the cursor is before; any other value tells nothing.</summary>
    public static AlpacaBar Read(ref JsonCursor cursor)
    {
        var bar = default(AlpacaBar);
        if (cursor.Enter('{'))
        {
            while (cursor.NextName(out var name))
            {
                bar.Read(ref cursor, name is [var letter] ? (char)letter : ' ');
            }
        }

        return bar;
    }

    private void Read(ref JsonCursor cursor, char name)
    {
        switch (name)
        {
            case 't':
                Ticks = WireTime.OfText(cursor.Text());
                break;
            case 'p':
                Price = cursor.Positive();
                break;
            case 'o':
                Open = cursor.Positive();
                break;
            case 'h':
                High = cursor.Positive();
                break;
            case 'l':
                Low = cursor.Positive();
                break;
            case 'c':
                Close = cursor.Positive();
                break;
            case 'v':
                Volume = cursor.Positive();
                break;
            default:
                cursor.Skip();
                break;
        }
    }
}
