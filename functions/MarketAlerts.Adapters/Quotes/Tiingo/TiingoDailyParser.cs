using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>
/// Reads the answer of <c>/tiingo/daily/.../prices</c>, a list of days with <c>date</c>, <c>close</c> and <c>splitFactor</c>. Its adjusted close counts dividends
/// too, which day-moves do not, so the close is restated here: by the factors of all later days. Its volume is left out, since its quotes tell none to compare with.
/// </summary>
internal static class TiingoDailyParser
{
    /// <summary>Adds one symbol's days to a table.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal, in plain text or JSON.</exception>
    public static void Parse(ReadOnlySpan<byte> body, Symbol symbol, DayTable table)
    {
        TiingoParser.ExpectList(body);
        var cursor = new JsonCursor(body);
        var days = new Dictionary<DateOnly, (double Close, double Factor)>(); // Sorted once: they may come newest first, in any number.
        cursor.Enter('[');
        while (cursor.NextElement())
        {
            if (cursor.Enter('{') && ReadDay(ref cursor) is ({ } date, var close, var factor))
            {
                days.TryAdd(date, (close, factor));
            }
        }

        cursor.End();
        var later = 1.0;
        foreach (var (date, (close, factor)) in days.OrderByDescending(day => day.Key))
        {
            table.Add(symbol, date, close / later, 0);
            later *= factor > 0 ? factor : 1;
        }
    }

    private static (DateOnly? Date, double Close, double Factor) ReadDay(ref JsonCursor cursor)
    {
        var (date, close, factor) = ((DateOnly?)null, 0.0, 0.0);
        while (cursor.NextName(out var name))
        {
            if (Ascii.EqualsIgnoreCase(name, "date"u8))
            {
                // A day is stamped with midnight, whatever the zone: the date is what is written.
                date = WireTime.TryLocal(cursor.Text(), out var local) ? DateOnly.FromDateTime(local) : null;
            }
            else if (Ascii.EqualsIgnoreCase(name, "close"u8))
            {
                close = cursor.Positive();
            }
            else if (Ascii.EqualsIgnoreCase(name, "splitFactor"u8))
            {
                factor = cursor.Positive();
            }
            else
            {
                cursor.Skip();
            }
        }

        return (date, close, factor);
    }
}
