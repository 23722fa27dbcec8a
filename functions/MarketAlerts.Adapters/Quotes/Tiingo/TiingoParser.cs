using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>
/// Reads the answer of <c>/iex</c>. The last price is <c>last</c>, or <c>tngoLast</c> where the plan has no trades; the previous close is
/// <c>prevClose</c> and nothing else. Its volume is one exchange's, less than 1 % of the market's: it is left out, for volumes of different
/// feeds must not be compared.
/// </summary>
internal static class TiingoParser
{
    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal, in plain text or JSON.</exception>
    public static void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        ExpectList(body);
        ReadRows(body, symbols, quotes);
    }

    /// <summary>Throws when an answer is no list.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal, in plain text or JSON.</exception>
    public static void ExpectList(ReadOnlySpan<byte> body)
    {
        switch (body.TrimStart(" \r\n\t"u8))
        {
            case [(byte)'[', ..]:
                break;
            case [(byte)'{', ..]:
                throw Refusal(DetailOf(body));
            case [(byte)'<', ..] or []:
                throw new JsonException("There is no list.");
            default:
                throw Refusal(ProviderText.Clean(body));
        }
    }

    /// <summary>Whether a body is an object with a <c>detail</c>: an address without anything behind it has none.</summary>
    public static bool SaysSomething(ReadOnlySpan<byte> body)
    {
        try
        {
            return DetailOf(body) is not "";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void ReadRows(ReadOnlySpan<byte> list, SymbolTable symbols, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(list);
        reader.Read();
        while (reader.NextElement())
        {
            if (!reader.TryEnterObject())
            {
                continue;
            }

            var row = default(TiingoRow);
            var known = false;
            while (reader.NextName(out var name))
            {
                if (Ascii.EqualsIgnoreCase(name, "ticker"u8))
                {
                    known = DashedTicker.TryFind(symbols, reader.Text(), out row.Symbol);
                }
                else
                {
                    row.Read(ref reader, name);
                }
            }

            if (known && row.TryQuote(out var quote))
            {
                quotes.Add(quote);
            }
        }

        reader.End();
    }

    private static string DetailOf(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        var detail = "";
        for (var isObject = reader.TryEnterObject(); isObject && reader.NextName(out var name); )
        {
            if (Ascii.EqualsIgnoreCase(name, "detail"u8))
            {
                detail = ProviderText.Clean(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        return detail;
    }

    private static FetchException Refusal(string reason) =>
        new(RefusalFault.Find(reason) ?? FetchFault.Malformed, $"tiingo answered: {(reason is "" ? "no reason given" : reason)}");
}
