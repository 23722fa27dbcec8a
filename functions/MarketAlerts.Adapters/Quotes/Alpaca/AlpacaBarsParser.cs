using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>Reads a page of <c>/v2/stocks/bars</c>: <c>bars</c>, an object of lists of bars by symbol, and <c>next_page_token</c>.</summary>
internal static class AlpacaBarsParser
{
    /// <summary>Adds the bars to a table; returns what asks for the next page, or an empty text.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    public static string Parse(ReadOnlySpan<byte> body, DayTable table)
    {
        var cursor = new JsonCursor(body);
        var (next, hasBars) = ("", false);
        if (!cursor.Enter('{'))
        {
            throw new JsonException("The bars are no object.");
        }

        while (cursor.NextName(out var name))
        {
            if (name.SequenceEqual("bars"u8))
            {
                hasBars = true;
                ReadSymbols(ref cursor, table);
            }
            else if (name.SequenceEqual("next_page_token"u8))
            {
                next = Encoding.UTF8.GetString(cursor.Text());
            }
            else
            {
                cursor.Skip();
            }
        }

        cursor.End();
        return hasBars ? next : throw new JsonException("There are no bars.");
    }

    private static void ReadSymbols(ref JsonCursor cursor, DayTable table)
    {
        for (var isObject = cursor.Enter('{'); isObject && cursor.NextName(out var name); )
        {
            if (!table.Symbols.TryFind(name, out var symbol))
            {
                cursor.Skip();
                continue;
            }

            for (var isList = cursor.Enter('['); isList && cursor.NextElement(); )
            {
                Add(AlpacaBar.Read(ref cursor), symbol, table);
            }
        }
    }

    private static void Add(AlpacaBar bar, Symbol symbol, DayTable table) => table.Add(symbol, bar.Date, bar.Close, bar.Volume);
}
