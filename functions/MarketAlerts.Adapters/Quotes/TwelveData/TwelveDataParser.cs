using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>
/// Reads the answer of <c>/quote</c>: the quote of the one symbol that was asked for, or an object of quotes by symbol, in which an error
/// takes the place of a quote. An error about the whole comes with HTTP 200 too. The last price is <c>close</c>, the previous close
/// <c>previous_close</c> and nothing else.
/// </summary>
internal static class TwelveDataParser
{
    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal.</exception>
    public static void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        var before = quotes.Count;
        var (whole, isBusy) = Read(body, symbols, quotes);
        if (whole.IsError)
        {
            ThrowUnlessUnknown(whole);
        }
        else if (isBusy && quotes.Count == before)
        {
            throw new FetchException(FetchFault.Busy, "twelve-data answered that the credits of the minute are used up.");
        }
        else if (whole.TryQuote(symbols, out var single))
        {
            quotes.Add(single);
        }
    }

    /// <summary>Whether a body is the error that no symbol of the call is known.</summary>
    public static bool SaysUnknown(ReadOnlySpan<byte> body)
    {
        try
        {
            return Read(body, new SymbolTable([]), []).Whole.IsUnknownSymbol;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What is told on the outside, and whether a symbol within was left out for want of credits.</summary>
    private static (TwelveDataEntry Whole, bool IsBusy) Read(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var (whole, isBusy) = (new TwelveDataEntry(), false);
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The answer is no object.");
        }

        while (reader.NextName(out var name))
        {
            if (!symbols.TryFind(name, out var symbol))
            {
                whole.Read(ref reader, name);
                continue;
            }

            var entry = ReadEntry(ref reader);
            isBusy |= entry.IsBusy;
            if (entry.TryQuote(symbol, out var quote))
            {
                quotes.Add(quote);
            }
        }

        reader.End();
        return (whole, isBusy);
    }

    private static TwelveDataEntry ReadEntry(ref Utf8JsonReader reader)
    {
        var entry = new TwelveDataEntry();
        for (var isObject = reader.TryEnterObject(); isObject && reader.NextName(out var name); )
        {
            entry.Read(ref reader, name);
        }

        return entry;
    }

    private static void ThrowUnlessUnknown(TwelveDataEntry error)
    {
        if (!error.IsUnknownSymbol)
        {
            throw new FetchException(error.Fault, $"twelve-data answered {error.Code}: {error.Message}");
        }
    }
}
