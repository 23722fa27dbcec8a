using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Finnhub;

/// <summary>
/// Reads the answer of <c>/quote</c>, which does not name its symbol. An unknown symbol is answered with zeros: it has no quote.
/// </summary>
internal static class FinnhubParser
{
    /// <summary>Adds the body's quote to a list.</summary>
    /// <param name="body">The whole answer.</param>
    /// <param name="symbol">The one that was asked for.</param>
    /// <param name="quotes">Where it goes.</param>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It is a refusal.</exception>
    public static void Parse(ReadOnlySpan<byte> body, Symbol symbol, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var (fields, reason) = (default(WireQuote), "");
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The quote is no object.");
        }

        while (reader.NextName(out var name))
        {
            reason = Read(ref reader, name, ref fields) ?? reason;
        }

        reader.End();
        if (reason is not "")
        {
            throw new FetchException(RefusalFault.Find(reason) ?? FetchFault.Malformed, $"finnhub answered: {reason}");
        }

        if (fields.TryQuote(symbol, out var quote))
        {
            quotes.Add(quote);
        }
    }

    private static string? Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref WireQuote fields)
    {
        switch (name)
        {
            case [(byte)'c']:
                fields.Last = reader.Positive();
                break;
            case [(byte)'o']:
                fields.Open = reader.Positive();
                break;
            case [(byte)'h']:
                fields.High = reader.Positive();
                break;
            case [(byte)'l']:
                fields.Low = reader.Positive();
                break;
            case [(byte)'p', (byte)'c']:
                fields.PreviousClose = reader.Positive();
                break;
            case [(byte)'t']:
                fields.Ticks = WireTime.OfUnixSeconds(reader.PositiveWhole());
                break;
            case [(byte)'e', (byte)'r', (byte)'r', (byte)'o', (byte)'r']:
                return ProviderText.Clean(reader.Text());
            default:
                reader.Skip();
                break;
        }

        return null;
    }
}
