using System.Text.Json;
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

    /// <summary>Reads an object; any other value tells nothing.</summary>
    public static AlpacaBar Read(ref Utf8JsonReader reader)
    {
        var bar = default(AlpacaBar);
        if (reader.TryEnterObject())
        {
            while (reader.NextName(out var name))
            {
                bar.Read(ref reader, name is [var letter] ? (char)letter : ' ');
            }
        }

        return bar;
    }

    private void Read(ref Utf8JsonReader reader, char name)
    {
        switch (name)
        {
            case 't':
                Ticks = reader.Time();
                break;
            case 'p':
                Price = reader.Positive();
                break;
            case 'o':
                Open = reader.Positive();
                break;
            case 'h':
                High = reader.Positive();
                break;
            case 'l':
                Low = reader.Positive();
                break;
            case 'c':
                Close = reader.Positive();
                break;
            case 'v':
                Volume = reader.Positive();
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
