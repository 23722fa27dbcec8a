using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>The trading halts of all US exchanges, as Nasdaq lists them.</summary>
/// <param name="client">Asks.</param>
/// <param name="options">Where.</param>
public sealed class NasdaqHaltFeed(FeedClient client, NasdaqHaltOptions options)
{
    /// <summary>Its name in messages.</summary>
    public const string Source = "nasdaq-halts";

    /// <summary>The halts and resumptions of known symbols.</summary>
    /// <param name="version">The version read last.</param>
    /// <param name="known">The symbols that matter.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<HaltAnswer> GetAsync(FeedVersion version, IReadOnlySet<Symbol> known, CancellationToken cancellationToken)
    {
        var answer = await client.FetchAsync(new FeedRequest(Source, options.Address, version), cancellationToken);
        var rows = answer.IsNotModified ? new HaltRows([], 0) : NasdaqHaltParser.Parse(Source, answer, known);
        return new HaltAnswer(rows, FeedClient.VersionOf(answer, version), answer.IsNotModified, answer.RetryAfter);
    }
}
