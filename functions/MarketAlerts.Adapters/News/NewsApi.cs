using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>Asks one provider for news with its key, within its plan. What is the same for all providers is here.</summary>
/// <param name="client">Fetches from the provider.</param>
/// <param name="budget">The plan's calls; quotes that are asked for with the same key count in it, too.</param>
/// <param name="baseUrl">Where it is, without path.</param>
/// <param name="settings">The settings of its keys, for who has none.</param>
/// <param name="keys">The headers with its keys. No message tells a key, even if the other side repeats it.</param>
internal sealed class NewsApi(FeedClient client, CallBudget budget, string baseUrl, string settings, params KeyHeader[] keys)
{
    /// <summary>The address of a path.</summary>
    public Uri AddressOf(string path) => new(baseUrl.TrimEnd('/') + path);

    /// <summary>Whether an address is the provider's own: its key goes nowhere else.</summary>
    public bool IsOwn(Uri address) => WebAddress.IsOn(AddressOf(""), address);

    /// <summary>Asks and reads the answer, which may be a 304.</summary>
    /// <param name="source">The feed, for messages.</param>
    /// <param name="address">One of its own addresses.</param>
    /// <param name="version">The version read last.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer; no key is set (Refused), or the plan's calls are used up
    /// (Busy).</exception>
    public async Task<T> AskAsync<T>(
        string source,
        Uri address,
        FeedVersion version,
        Func<Fetched, T> read,
        CancellationToken cancellationToken
    )
    {
        ThrowIfNotAllowed(source);
        try
        {
            return read(
                await client.FetchAsync(
                    new FeedRequest(source, address, version) { Accept = "application/json", Sign = Sign },
                    cancellationToken
                )
            );
        }
        catch (FetchException error)
        {
            throw KeyHeader.Redacted(error, keys, error.RetryAfter);
        }
    }

    private void ThrowIfNotAllowed(string source)
    {
        if (Array.Exists(keys, key => key.Key is ""))
        {
            throw new FetchException(FetchFault.Refused, $"{source} is not asked without a key: set {settings}.");
        }

        if (budget.TakeSpare() is { } wait)
        {
            throw budget.UsedUp(source, wait);
        }
    }

    private void Sign(HttpRequestMessage message) => Array.ForEach(keys, key => key.Sign(message));
}
