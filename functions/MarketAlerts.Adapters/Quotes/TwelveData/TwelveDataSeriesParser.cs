using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>
/// Reads the answer of <c>/time_series</c>: <c>values</c> with <c>datetime</c>, <c>close</c> and <c>volume</c> of the one symbol that was
/// asked for, or an object of such by symbol, in which an error takes the place of a series. An error about the whole comes with HTTP 200
/// too.
/// </summary>
internal static class TwelveDataSeriesParser
{
    /// <summary>Adds the days to a table.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="only">The symbol that was asked for alone; default where there were several.</param>
    /// <param name="table">Where the days go.</param>
    /// <returns>The symbols about which nothing was said for want of credits.</returns>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal.</exception>
    public static IReadOnlyList<Symbol> Parse(ReadOnlySpan<byte> body, Symbol only, DayTable table)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var (whole, isSeries, unpaid) = (new TwelveDataEntry(), false, new List<Symbol>());
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The answer is no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("values"u8) && only != default)
            {
                isSeries = true;
                ReadDays(ref reader, only, table);
            }
            else if (only == default && table.Symbols.TryFind(name, out var symbol))
            {
                isSeries = true;
                unpaid.AddRange(IsUnpaid(ref reader, symbol, table) ? [symbol] : []);
            }
            else
            {
                whole.Read(ref reader, name);
            }
        }

        reader.End();
        return whole.IsError ? RefusalOf(whole)
            : isSeries || only == default ? unpaid
            : throw new JsonException("There are no values.");
    }

    private static IReadOnlyList<Symbol> RefusalOf(in TwelveDataEntry error) =>
        error.IsUnknownSymbol ? [] : throw new FetchException(error.Fault, $"twelve-data answered {error.Code}: {error.Message}");

    /// <summary>Reads what stands for one of several symbols; whether it is a refusal for want of credits.</summary>
    private static bool IsUnpaid(ref Utf8JsonReader reader, Symbol symbol, DayTable table)
    {
        var entry = new TwelveDataEntry();
        for (var isObject = reader.TryEnterObject(); isObject && reader.NextName(out var name); )
        {
            if (name.SequenceEqual("values"u8))
            {
                ReadDays(ref reader, symbol, table);
            }
            else
            {
                entry.Read(ref reader, name);
            }
        }

        return entry.IsBusy;
    }

    private static void ReadDays(ref Utf8JsonReader reader, Symbol symbol, DayTable table)
    {
        for (var isList = reader.TryEnterList(); isList && reader.NextElement(); )
        {
            if (!reader.TryEnterObject())
            {
                continue;
            }

            var (date, close, volume) = (default(DateOnly), 0.0, 0.0);
            while (reader.NextName(out var name))
            {
                if (name.SequenceEqual("datetime"u8))
                {
                    date = WireTime.DayOf(reader.Text());
                }
                else if (name.SequenceEqual("close"u8))
                {
                    close = reader.Positive();
                }
                else if (name.SequenceEqual("volume"u8))
                {
                    volume = reader.Positive();
                }
                else
                {
                    reader.Skip();
                }
            }

            table.Add(symbol, date, close, volume);
        }
    }
}
