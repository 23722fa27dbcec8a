using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Finnhub;

/// <summary>Reads the answer of <c>/quote</c>, which does not name its symbol. An unknown symbol is answered with zeros: it has no quote.</summary>
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
        var cursor = new JsonCursor(body);
        var (fields, reason) = (default(WireQuote), "");
        if (!cursor.Enter('{'))
        {
            throw new JsonException("The quote is no object.");
        }

        while (cursor.NextName(out var name))
        {
            reason = Read(ref cursor, name, ref fields) ?? reason;
        }

        cursor.End();
        if (reason is not "")
        {
            throw new FetchException(RefusalWording.FaultOf(reason) ?? FetchFault.Malformed, $"finnhub answered: {reason}");
        }

        if (fields.TryQuote(symbol, out var quote))
        {
            quotes.Add(quote);
        }
    }

    private static string? Read(ref JsonCursor cursor, scoped ReadOnlySpan<byte> name, ref WireQuote fields)
    {
        switch (name)
        {
            case [(byte)'c']:
                fields.Last = cursor.Positive();
                break;
            case [(byte)'o']:
                fields.Open = cursor.Positive();
                break;
            case [(byte)'h']:
                fields.High = cursor.Positive();
                break;
            case [(byte)'l']:
                fields.Low = cursor.Positive();
                break;
            case [(byte)'p', (byte)'c']:
                fields.PreviousClose = cursor.Positive();
                break;
            case [(byte)'t']:
                fields.Ticks = WireTime.OfUnixSeconds(cursor.PositiveWhole());
                break;
            case var other when other.SequenceEqual("error"u8):
                return FreeText.Clean(cursor.Text());
            default:
                cursor.Skip();
                break;
        }

        return null;
    }
}
