using System.Text;
using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>One row of <c>/iex</c>. The case of its keys differs between answers.</summary>
internal struct TiingoRow
{
    public Symbol Symbol;
    private WireQuote _quote;
    private double _last;
    private double _estimate;
    private long _sale;
    private long _stamp;

    /// <summary>Reads the value of a key.</summary>
    public void Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 3 when Ascii.EqualsIgnoreCase(name, "low"u8):
                _quote.Low = reader.Positive();
                break;
            case 4 when Ascii.EqualsIgnoreCase(name, "last"u8):
                _last = reader.Positive();
                break;
            case 4 when Ascii.EqualsIgnoreCase(name, "open"u8):
                _quote.Open = reader.Positive();
                break;
            case 4 when Ascii.EqualsIgnoreCase(name, "high"u8):
                _quote.High = reader.Positive();
                break;
            case 8 when Ascii.EqualsIgnoreCase(name, "tngoLast"u8):
                _estimate = reader.Positive();
                break;
            case 9 when Ascii.EqualsIgnoreCase(name, "prevClose"u8):
                _quote.PreviousClose = reader.Positive();
                break;
            case 9 when Ascii.EqualsIgnoreCase(name, "timestamp"u8):
                _stamp = reader.Time();
                break;
            case 17 when Ascii.EqualsIgnoreCase(name, "lastSaleTimestamp"u8):
                _sale = reader.Time();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>The quote; false when price or time is not told.</summary>
    public readonly bool TryQuote(out Quote quote) =>
        (_quote with { Last = _last > 0 ? _last : _estimate, Ticks = _sale > 0 ? _sale : _stamp }).TryQuote(Symbol, out quote);
}
