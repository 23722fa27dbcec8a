using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Reads Massive's daily bars, of one ticker (<c>/v2/aggs/ticker/...</c>) or of one day of the whole market (<c>/v2/aggs/grouped/...</c>):
/// <c>results</c> with close <c>c</c>, volume <c>v</c>, time <c>t</c> in milliseconds and in the latter ticker <c>T</c>. Where there is
/// nothing to tell, <c>results</c> is missing.
/// </summary>
internal static class MassiveBarsParser
{
    /// <summary>Takes a bar: its ticker's symbol, the date in New York, close and volume.</summary>
    public delegate void Taker(Symbol symbol, DateOnly session, double close, double volume);

    /// <summary>Hands over all bars.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="symbols">Whose bars are wanted.</param>
    /// <param name="only">The ticker that was asked for; default where each bar names its own.</param>
    /// <param name="take">Takes them.</param>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal.</exception>
    public static void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, Symbol only, Taker take)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var (status, reason, hasResults) = ("", "", false);
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The bars are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("results"u8))
            {
                hasResults = true;
                ReadBars(ref reader, symbols, only, take);
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = ProviderText.Clean(reader.Text());
            }
            else if (name.SequenceEqual("error"u8) || name.SequenceEqual("message"u8))
            {
                reason = ProviderText.Clean(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        MassiveStatus.Check(status, reason);
        if (!hasResults && status is "")
        {
            throw new JsonException("There are neither bars nor a status.");
        }
    }

    private static void ReadBars(ref Utf8JsonReader reader, SymbolTable symbols, Symbol only, Taker take)
    {
        if (!reader.TryEnterList())
        {
            return;
        }

        while (reader.NextElement())
        {
            if (reader.TryEnterObject())
            {
                ReadBar(ref reader, symbols, only, take);
            }
        }
    }

    /// <summary>A bar of an unknown ticker or without a time is none.</summary>
    private static void ReadBar(ref Utf8JsonReader reader, SymbolTable symbols, Symbol only, Taker take)
    {
        var (symbol, known, close, volume, time) = (only, only != default, 0.0, 0.0, 0L);
        while (reader.NextName(out var name))
        {
            switch (name)
            {
                case [(byte)'T'] when only == default:
                    known = symbols.TryFind(reader.Text(), out symbol);
                    break;
                case [(byte)'c']:
                    close = reader.Positive();
                    break;
                case [(byte)'v']:
                    volume = reader.Positive();
                    break;
                case [(byte)'t']:
                    time = WireTime.OfUnixSeconds(reader.PositiveWhole() / 1000);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (known && time > 0)
        {
            take(symbol, MarketCalendar.DateOf(new DateTimeOffset(time, TimeSpan.Zero)), close, volume);
        }
    }
}
