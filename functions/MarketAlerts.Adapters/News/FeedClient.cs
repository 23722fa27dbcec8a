using System.Collections.Concurrent;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>Asks for feeds: only for what changed, in turn at each host, within limits of size, time and redirects.</summary>
/// <param name="http">The client, of <see cref="FeedHttp"/>.</param>
/// <param name="throttle">The turns at the hosts, shared by all who ask them.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The limits.</param>
public sealed class FeedClient(HttpClient http, HostThrottle throttle, TimeProvider clock, FeedOptions options)
{
    private const int MostRedirects = 3;
    private const int LongestVersion = 1_000;

    private readonly ConcurrentDictionary<TimeSpan, Fetcher> _fetchers = new();

    /// <summary>The articles of an RSS or Atom feed.</summary>
    /// <param name="source">The feed, for the articles and for messages.</param>
    /// <param name="address">Its address.</param>
    /// <param name="version">The version read last, or <see cref="FeedVersion.None"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<FeedAnswer> GetAsync(string source, Uri address, FeedVersion version, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(new FeedRequest(source, address, version), cancellationToken);
        var articles = answer.IsNotModified
            ? []
            : FeedParser.Parse(source, answer.Address, answer.Body, answer.Charset, clock.GetUtcNow(), options.MostItems);
        return new FeedAnswer(articles, VersionOf(answer, version), answer.IsNotModified, answer.RetryAfter);
    }

    /// <summary>Any document, checked by the request; either a whole answer or a 304.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public Task<Fetched> FetchAsync(FeedRequest request, CancellationToken cancellationToken) =>
        throttle.RunAsync(request.Source, request.Address, token => AskAsync(request, token), cancellationToken);

    /// <summary>What to ask with after an answer.</summary>
    public static FeedVersion VersionOf(Fetched answer, FeedVersion before)
    {
        var version = new FeedVersion(Usable(answer.ETag), Usable(answer.LastModified));
        return answer.IsNotModified ? version.Or(before) : version;
    }

    private async Task<Fetched> AskAsync(FeedRequest request, CancellationToken cancellationToken)
    {
        var answer = await FetcherOf(request)
            .GetAsync(request.Source, request.Address, message => Prepare(message, request), cancellationToken);
        if (!answer.IsNotModified)
        {
            request.Check(answer);
        }

        return answer;
    }

    private Fetcher FetcherOf(FeedRequest request) =>
        _fetchers.GetOrAdd(
            request.Timeout ?? TimeSpan.FromSeconds(options.TimeoutSeconds),
            timeout => new Fetcher(http, clock, new FetchLimits(options.MostBytes, timeout, MostRedirects))
        );

    /// <summary>Both headers of the version: some servers know one of them only.</summary>
    private void Prepare(HttpRequestMessage message, FeedRequest request)
    {
        Add(message, "User-Agent", request.UserAgent ?? options.UserAgent);
        Add(message, "Accept", request.Accept);
        Add(message, "If-None-Match", request.Version.ETag);
        Add(message, "If-Modified-Since", request.Version.LastModified);
        request.Sign(message);
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string? Usable(string? version) =>
        version is { Length: > 0 and <= LongestVersion } && version.All(letter => letter is >= ' ' and <= '~') ? version : null;
}

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

/// <summary>Makes the client that feeds are asked with.</summary>
public static class FeedHttp
{
    /// <summary>
    /// A client behind the <see cref="ConnectGuard"/>, which says who asks after a redirect to another host, too. Its time limit is the
    /// fetcher's.
    /// </summary>
    public static HttpClient Create(FeedOptions options)
    {
        var http = new HttpClient(ConnectGuard.CreateHandler(options.AllowPrivateAddresses)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return http;
    }
}
