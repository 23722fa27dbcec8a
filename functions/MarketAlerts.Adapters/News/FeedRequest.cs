using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>What to ask, and how.</summary>
/// <param name="Source">The feed, for messages.</param>
/// <param name="Address">Its address.</param>
/// <param name="Version">The version read last.</param>
public sealed record FeedRequest(string Source, Uri Address, FeedVersion Version)
{
    /// <summary>What is accepted.</summary>
    public string Accept { get; init; } =
        "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    /// <summary>Adds a key. After a redirect to another host it is not called.</summary>
    public Action<HttpRequestMessage> Sign { get; init; } = static _ => { };

    /// <summary>Who asks, instead of the usual name; null for that.</summary>
    public string? UserAgent { get; init; }

    /// <summary>How long the answer may take, instead of the usual time; null for that.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Throws a <see cref="FetchException"/> for an answer that is none; a 304 is not shown to it.</summary>
    public Action<Fetched> Check { get; init; } = static answer => answer.EnsureSuccess();
}
