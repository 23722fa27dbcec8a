using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>What Twelve Data says of one symbol, or in its place: a quote, a series of days or an error.</summary>
internal struct TwelveDataEntry()
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int TooManyRequests = 429;

    private WireQuote _quote;
    private string _symbol = "";
    private string _status = "";

    /// <summary>The code of an error; 0 in a quote.</summary>
    public long Code { get; private set; }

    public string Message { get; private set; } = "";

    public readonly bool IsError => Code > 0 || _status is "error";

    /// <summary>No symbol of the call is known: no failure of the call.</summary>
    public readonly bool IsUnknownSymbol =>
        Code is NotFound || (Code is BadRequest && Message.Contains("symbol", StringComparison.OrdinalIgnoreCase));

    public readonly bool IsBusy => Code is TooManyRequests;

    public readonly FetchFault Fault =>
        Code switch
        {
            401 or 402 or 403 => FetchFault.Refused,
            TooManyRequests => FetchFault.Busy,
            >= 500 => FetchFault.Unavailable,
            _ => FetchFault.Malformed,
        };

    /// <summary>Reads the value of a key.</summary>
    public void Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("low"u8):
                _quote.Low = reader.Positive();
                break;
            case 4 when name.SequenceEqual("open"u8):
                _quote.Open = reader.Positive();
                break;
            case 4 when name.SequenceEqual("high"u8):
                _quote.High = reader.Positive();
                break;
            case 5 when name.SequenceEqual("close"u8):
                _quote.Last = reader.Positive();
                break;
            case 6 when name.SequenceEqual("volume"u8):
                _quote.Volume = reader.Positive();
                break;
            case 14 when name.SequenceEqual("previous_close"u8):
                _quote.PreviousClose = reader.Positive();
                break;
            default:
                ReadOther(ref reader, name);
                break;
        }
    }

    /// <summary>The quote of the symbol that the entry names; false when it is not wanted, or price or time is not told.</summary>
    public readonly bool TryQuote(SymbolTable symbols, out Quote quote)
    {
        quote = default;
        return symbols.TryFind(System.Text.Encoding.UTF8.GetBytes(_symbol), out var symbol) && TryQuote(symbol, out quote);
    }

    /// <summary>The quote of a symbol; false when it is an error, or price or time is not told.</summary>
    public readonly bool TryQuote(Symbol symbol, out Quote quote) => _quote.TryQuote(symbol, out quote) && !IsError;

    private void ReadOther(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("timestamp"u8) || name.SequenceEqual("last_quote_at"u8))
        {
            // The time of the day's bar, and where it is told the newest minute's: the later is the price's.
            _quote.Ticks = Math.Max(_quote.Ticks, WireTime.OfUnixSeconds(reader.PositiveWhole()));
        }
        else if (name.SequenceEqual("symbol"u8))
        {
            _symbol = ProviderText.Clean(reader.Text());
        }
        else if (name.SequenceEqual("code"u8))
        {
            Code = reader.PositiveWhole();
        }
        else if (name.SequenceEqual("message"u8))
        {
            Message = ProviderText.Clean(reader.Text());
        }
        else if (name.SequenceEqual("status"u8))
        {
            _status = ProviderText.Clean(reader.Text());
        }
        else
        {
            reader.Skip();
        }
    }
}
