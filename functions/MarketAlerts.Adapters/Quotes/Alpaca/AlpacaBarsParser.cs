using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// Reads a page of <c>/v2/stocks/bars</c>: <c>bars</c>, an object of lists of bars by symbol, and <c>next_page_token</c>.
/// </summary>
internal static class AlpacaBarsParser
{
    /// <summary>Adds the bars to a table; returns what asks for the next page, or an empty text.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    public static string Parse(ReadOnlySpan<byte> body, DayTable table)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var (next, hasBars) = ("", false);
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The bars are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("bars"u8))
            {
                hasBars = true;
                ReadSymbols(ref reader, table);
            }
            else if (name.SequenceEqual("next_page_token"u8))
            {
                next = Encoding.UTF8.GetString(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        return hasBars ? next : throw new JsonException("There are no bars.");
    }

    private static void ReadSymbols(ref Utf8JsonReader reader, DayTable table)
    {
        for (var isObject = reader.TryEnterObject(); isObject && reader.NextName(out var name); )
        {
            if (!table.Symbols.TryFind(name, out var symbol))
            {
                reader.Skip();
                continue;
            }

            for (var isList = reader.TryEnterList(); isList && reader.NextElement(); )
            {
                Add(AlpacaBar.Read(ref reader), symbol, table);
            }
        }
    }

    private static void Add(AlpacaBar bar, Symbol symbol, DayTable table) => table.Add(symbol, bar.Date, bar.Close, bar.Volume);
}
