using System.Text.RegularExpressions;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>
/// Reads the SEC's list of current filings. The list's own filter takes forms that begin alike, so the form is looked at again; a filing
/// stands there once for each of its parties and is one article, of the tickers of all of them.
/// </summary>
internal static partial class EdgarParser
{
    /// <summary>The filings, in the order of the list.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="answer">The list: its address, body and charset.</param>
    /// <param name="forms">The forms wanted, exactly.</param>
    /// <param name="table">The tickers of the companies.</param>
    /// <param name="now">The present: a date more than a day later is unknown.</param>
    /// <exception cref="FetchException">It is no feed (Malformed), or a longer one than any (TooLarge).</exception>
    public static IReadOnlyList<Article> Parse(string source, Fetched answer, IEnumerable<string> forms, CikTable table, DateTimeOffset now)
    {
        var wanted = forms.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var filings =
            from item in FeedXml.Read(source, answer.Address, answer.Body.Span, answer.Charset, FeedParser.MostItems)
            where item.Fields.Any(field => field is { Name: "category", Term: { } term } && wanted.Contains(term.Trim()))
            let draft = FeedParser.Draft(source, item)
            let article = (draft with { Symbols = [.. CiksOf(draft).SelectMany(table.SymbolsOf)] }).Finish(now)
            where article is not null
            group article by article.Id into parties
            select parties.First() with
            {
                Symbols = [.. parties.SelectMany(party => party.Symbols).Distinct()],
            };
        return [.. filings];
    }

    /// <summary>The company's number stands in the title, <c>8-K - NVIDIA Corporation (0001045810) (Filer)</c>, and in the link.</summary>
    private static IEnumerable<long> CiksOf(ArticleDraft draft) =>
        TitleCik()
            .Matches(draft.Title ?? "")
            .Concat(LinkCik().Matches(draft.Link?.AbsolutePath ?? ""))
            .Select(match => long.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .Distinct();

    [GeneratedRegex(@"\(([0-9]{10})\)")]
    private static partial Regex TitleCik();

    [GeneratedRegex("/edgar/data/([0-9]{1,10})/")]
    private static partial Regex LinkCik();
}
