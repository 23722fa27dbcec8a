using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>What an item says, before it is cleaned; the same for every kind of feed.</summary>
/// <param name="Source">The feed.</param>
/// <param name="Id">What the feed calls it, or empty.</param>
/// <param name="Title">The headline, perhaps HTML.</param>
/// <param name="Summary">The text, perhaps HTML.</param>
/// <param name="Link">The link.</param>
internal sealed record ArticleDraft(string Source, string? Id, string? Title, string? Summary, Uri? Link)
{
    private const int LongestId = 500;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<Symbol> Symbols { get; init; } = [];

    /// <summary>
    /// The article; a date more than a day ahead is bogus. Null for an item that says nothing: neither title nor text nor link.
    /// </summary>
    public Article? Finish(DateTimeOffset now)
    {
        var (title, summary) = (HtmlToText.Strip(Title, Article.LongestTitle), HtmlToText.Strip(Summary, Article.LongestSummary));
        var (published, updated) = (Possible(PublishedAt, now), Possible(UpdatedAt, now));
        return title is "" && summary is "" && Link is null
            ? null
            : new Article(Source, IdOf(title, published), title, summary, Link, published, updated, Symbols);
    }

    private static DateTimeOffset? Possible(DateTimeOffset? time, DateTimeOffset now) => time > now + Ahead ? null : time;

    private string IdOf(string title, DateTimeOffset? published)
    {
        var own = Id is { Length: <= LongestId } ? HtmlToText.Fold(Id) : "";
        return own is not ""
            ? own
            : HashOf($"{CanonicalLink.Normalize(Link)}\n{title}\n{published?.ToString("O", CultureInfo.InvariantCulture)}\n{Id}");
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
}
