using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// Reads the answer of <c>/v2/stocks/snapshots</c>, an object of snapshots by symbol. The last price is the latest trade's, the previous close the close of
/// the newest daily bar before the trade's day in New York, the volume that of the feed's exchanges.
/// </summary>
internal static class AlpacaParser
{
    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    public static void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The snapshots are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (!symbols.TryFind(name, out var symbol))
            {
                reader.Skip();
            }
            else if (reader.TryEnterObject() && AlpacaSnapshot.Read(ref reader).TryQuote(symbol, out var quote))
            {
                quotes.Add(quote);
            }
        }

        reader.End();
    }
}
