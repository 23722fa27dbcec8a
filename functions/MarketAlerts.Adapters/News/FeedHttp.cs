using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

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
