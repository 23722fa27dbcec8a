using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>Reads an answer that comes in pages.</summary>
internal static class SplitPages
{
    /// <summary>Far more than a fortnight of splits takes, a thousand a page.</summary>
    public const int Most = 20;

    /// <summary>The splits of all pages, each symbol and day once.</summary>
    /// <param name="client">Fetches from the provider.</param>
    /// <param name="path">The first page.</param>
    /// <param name="parse">Reads a page: its splits, and the path of the next one or null.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer; nothing of it is kept.</exception>
    public static async Task<IReadOnlyList<ShareSplit>> GatherAsync(
        ProviderClient client,
        string path,
        BodyReader<(IReadOnlyList<ShareSplit> Splits, string? Next)> parse,
        CancellationToken cancellationToken
    )
    {
        var splits = new List<ShareSplit>();
        for (var (page, next) = (0, (string?)path); next is not null; page++)
        {
            var answer = await client.AskAsync(next, cancellationToken);
            if (page == Most)
            {
                throw client.Clean(
                    new FetchException(FetchFault.Malformed, $"{answer.Source} has more than {Most} pages of splits."),
                    answer
                );
            }

            (var found, next) = client.Read(answer, parse);
            splits.AddRange(found);
        }

        return [.. splits.DistinctBy(split => (split.Symbol, split.Day))];
    }
}
