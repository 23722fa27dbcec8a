using System.Text;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The SEC's pages for who asks too often or without a name: with 403, sometimes with 200.</summary>
internal static class EdgarRefusal
{
    private const int Looked = 10_000;
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(10);

    /// <summary>Throws when the answer is one of them, or no success.</summary>
    /// <exception cref="FetchException">Asked too often (Busy, with the length of the block), without a name (Refused), or what the status
    /// says.</exception>
    public static void Check(Fetched answer)
    {
        var text = Encoding.Latin1.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, Looked)]);
        if (Holds(text, "<html"))
        {
            ThrowIfRefused(answer, text);
        }

        answer.EnsureSuccess();
    }

    private static void ThrowIfRefused(Fetched answer, string page)
    {
        if (Holds(page, "Request Rate Threshold Exceeded"))
        {
            throw new FetchException(FetchFault.Busy, $"{answer.Source}: too many requests, the SEC blocks this address for a while.")
            {
                RetryAfter = answer.RetryAfter ?? Block,
            };
        }

        if (Holds(page, "Undeclared Automated Tool"))
        {
            throw new FetchException(
                FetchFault.Refused,
                $"{answer.Source}: the SEC wants a name and an e-mail address in News:Edgar:UserAgent."
            )
            {
                RetryAfter = answer.RetryAfter,
            };
        }
    }

    private static bool Holds(string page, string words) => page.Contains(words, StringComparison.OrdinalIgnoreCase);
}
