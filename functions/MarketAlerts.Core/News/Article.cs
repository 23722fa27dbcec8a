using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News;

/// <summary>
/// One item of a feed as understood from the wire: plain text without HTML, entities, control or bidirectional control characters, its
/// white space folded.
/// </summary>
/// <param name="Source">The feed it came from.</param>
/// <param name="Id">What the feed calls it, else a hash of its canonical link, title and date; unique within its source only.</param>
/// <param name="Title">The headline, at most 300 characters, perhaps empty.</param>
/// <param name="Summary">The text below it, at most 2,000 characters, perhaps empty.</param>
/// <param name="Link">Where to read it, http or https, or null.</param>
/// <param name="PublishedAt">When it came out (UTC), or null when the feed does not say or cannot be right: the time it was first seen is
/// what is left.</param>
/// <param name="UpdatedAt">When it was last changed (UTC), or null when unknown.</param>
/// <param name="Symbols">The tickers that the provider itself names, each once.</param>
public sealed record Article(
    string Source,
    string Id,
    string Title,
    string Summary,
    Uri? Link,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<Symbol> Symbols
)
{
    /// <summary>How well <see cref="PublishedAt"/> is known.</summary>
    public TimePrecision Precision { get; init; }

    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>The longest summary, in characters.</summary>
    public const int LongestSummary = 2_000;
}

/// <summary>How well it is known when an article came out. Stored by name.</summary>
public enum TimePrecision
{
    /// <summary>To the minute or better.</summary>
    Instant,

    /// <summary>The day and nothing closer.</summary>
    Day,

    /// <summary>It was public at that time at the latest.</summary>
    AtTheLatest,
}

/// <summary>One spelling for the links of one page, for comparing; not for following.</summary>
public static class CanonicalLink
{
    private static readonly string[] Tracking =
    [
        "utm_",
        "fbclid=",
        "gclid=",
        "mc_cid=",
        "mc_eid=",
        "cmpid=",
        "guccounter=",
        "siteid=rss",
        "mod=rss",
    ];

    /// <summary>The link without scheme, <c>www.</c>, port, fragment, tracking parameters and a slash at the end; empty for null.</summary>
    public static string Normalize(Uri? link)
    {
        if (link is null)
        {
            return "";
        }

        var host = link.Host.StartsWith("www.", StringComparison.Ordinal) ? link.Host[4..] : link.Host;
        var query = string.Join('&', link.Query.TrimStart('?').Split('&').Where(part => part is not "" && !IsTracking(part)));
        return host + link.AbsolutePath.TrimEnd('/') + (query is "" ? "" : $"?{query}");
    }

    private static bool IsTracking(string part) => Tracking.Any(name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
