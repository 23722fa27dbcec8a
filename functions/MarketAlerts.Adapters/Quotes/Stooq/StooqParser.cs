using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Stooq;

/// <summary>
/// Reads the table of <c>/q/l/</c>: a head and a line a symbol, <c>N/D</c> for what is not known. Warnings may stand before the head. Times
/// are of Warsaw's clock. It has no previous close.
/// </summary>
/// <param name="clock">Tells when the day of a used-up quota ends.</param>
internal sealed class StooqParser(TimeProvider clock)
{
    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="FetchException">It is no such table, breaks off, or says that the quota is used up.</exception>
    public void Parse(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes)
    {
        var start = body.IndexOf("Symbol,Date,Time,Open,High,Low,Close,Volume"u8);
        if (start < 0)
        {
            throw Refusal(body);
        }

        var table = body[start..];
        foreach (var range in table.Split((byte)'\n'))
        {
            var isEnded = range.End.Value < table.Length;
            var line = table[range].TrimEnd((byte)'\r');
            if (!StooqRow.TryRead(line, out var row) && !isEnded && !line.IsEmpty)
            {
                throw new FetchException(FetchFault.Malformed, $"stooq's table breaks off in the line {ProviderText.Clean(line)}");
            }

            if (row.TryQuote(symbols, isEnded, out var quote))
            {
                quotes.Add(quote);
            }
        }
    }

    private FetchException Refusal(ReadOnlySpan<byte> body)
    {
        var now = clock.GetUtcNow();
        return body.IndexOf("Exceeded the daily hits limit"u8) < 0
            ? new FetchException(FetchFault.Malformed, $"stooq answered without a table: {ProviderText.Clean(body)}")
            : new FetchException(FetchFault.Busy, "stooq answered: Exceeded the daily hits limit")
            {
                RetryAfter = now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime,
            };
    }
}
