using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>
/// Reads the answer of <c>/tiingo/daily/.../prices</c>, a list of days with <c>date</c>, <c>close</c> and <c>splitFactor</c>. Its adjusted
/// close counts dividends too, which day-moves do not, so the close is restated here: by the factors of all later days. Its volume is left
/// out, since its quotes tell none to compare with.
/// </summary>
internal static class TiingoDailyParser
{
    private const int DayLetters = 10;

    /// <summary>Adds one symbol's days to a table.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal, in plain text or JSON.</exception>
    public static void Parse(ReadOnlySpan<byte> body, Symbol symbol, DayTable table)
    {
        TiingoParser.ExpectList(body);
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var days = new Dictionary<DateOnly, (double Close, double Factor)>(); // Sorted once: they may come newest first, in any number.
        while (reader.NextElement())
        {
            var (date, close, factor) = reader.TryEnterObject() ? ReadDay(ref reader) : default;
            if (date != default)
            {
                days.TryAdd(date, (close, factor));
            }
        }

        reader.End();
        var later = 1.0;
        foreach (var (date, (close, factor)) in days.OrderByDescending(day => day.Key))
        {
            table.Add(symbol, date, close / later, 0);
            later *= factor > 0 ? factor : 1;
        }
    }

    private static (DateOnly Date, double Close, double Factor) ReadDay(ref Utf8JsonReader reader)
    {
        var (date, close, factor) = (default(DateOnly), 0.0, 0.0);
        while (reader.NextName(out var name))
        {
            if (Ascii.EqualsIgnoreCase(name, "date"u8))
            {
                // A day is stamped with midnight, whatever the zone: the date is what is written.
                var midnight = reader.Text();
                date = WireTime.DayOf(midnight[..Math.Min(midnight.Length, DayLetters)]);
            }
            else if (Ascii.EqualsIgnoreCase(name, "close"u8))
            {
                close = reader.Positive();
            }
            else if (Ascii.EqualsIgnoreCase(name, "splitFactor"u8))
            {
                factor = reader.Positive();
            }
            else
            {
                reader.Skip();
            }
        }

        return (date, close, factor);
    }
}
