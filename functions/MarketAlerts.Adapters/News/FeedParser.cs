using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Reads RSS 2.0 and 1.0, Atom 1.0 and 0.3, by their elements rather than by what they call themselves: extensions are ignored, missing
/// parts stay empty, an item that says nothing is skipped. DTDs are refused.
/// </summary>
internal static class FeedParser
{
    /// <summary>The most items that are read, unless told otherwise.</summary>
    public const int MostItems = 2_000;

    /// <summary>The articles of a feed, in its order.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="address">Where it came from: relative links are relative to this.</param>
    /// <param name="body">The feed.</param>
    /// <param name="charset">The charset that HTTP declares, or null.</param>
    /// <param name="now">The present: a date more than a day later is unknown.</param>
    /// <param name="mostItems">The most items; more is another thing than a feed.</param>
    /// <exception cref="FetchException">It is no feed (Malformed), or a longer one than any (TooLarge).</exception>
    public static IReadOnlyList<Article> Parse(
        string source,
        Uri address,
        ReadOnlyMemory<byte> body,
        string? charset,
        DateTimeOffset now,
        int mostItems = MostItems
    ) =>
        [
            .. from item in FeedXml.Read(source, address, body.Span, charset, mostItems)
            let article = Draft(source, item).Finish(now)
            where article is not null
            select article,
        ];

    internal static ArticleDraft Draft(string source, FeedItem item) =>
        new(source, IdOf(item), item.OwnText("title"), SummaryOf(item), LinkOf(item))
        {
            PublishedAt = FirstDate(
                item.OwnText("pubDate"),
                item.OwnText("published"),
                item.OwnText("issued"),
                item.DublinCoreDate,
                item.OwnText("created"),
                item.OwnText("updated")
            ),
            UpdatedAt = FirstDate(item.OwnText("updated"), item.OwnText("modified"), item.OwnText("lastBuildDate")),
        };

    private static string IdOf(FeedItem item) => item.OwnText("guid", "id") is { Length: > 0 } id ? id : item.About ?? "";

    private static string SummaryOf(FeedItem item) =>
        item.OwnText("description", "summary") is { Length: > 0 } text ? text : item.EncodedContent ?? item.OwnText("content");

    private static Uri? LinkOf(FeedItem item)
    {
        var own = item.Fields.Where(field => field.Space == item.Space).ToArray();
        var link =
            Array.Find(own, field => field is { Name: "link", Href: not null, Rel: null or "" or "alternate" })
            ?? Array.Find(own, field => field is { Name: "link", Text: not "" });
        return FeedLinks.Parse(link?.Href ?? link?.Text, link?.Address) ?? LinkOfGuid(Array.Find(own, field => field.Name is "guid"));
    }

    /// <summary>A guid is a link unless it says that it is none.</summary>
    private static Uri? LinkOfGuid(FeedField? guid) =>
        guid is null || string.Equals(guid.IsPermaLink, "false", StringComparison.OrdinalIgnoreCase)
            ? null
            : FeedLinks.Parse(guid.Text, null);

    private static DateTimeOffset? FirstDate(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (FeedDates.Parse(text) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
