using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// Tells whoever starts the live mode at once which sources they can reach. Nothing of it is kept but the sources' health.
/// </summary>
internal static class SourceReport
{
    /// <summary>Asks each source of quotes for one symbol, and each feed.</summary>
    public static async Task TellAsync(IServiceProvider services)
    {
        var catalog = await services.GetRequiredService<ICatalogStore>().LoadAsync(CancellationToken.None);
        foreach (var line in services.GetRequiredService<QuoteChain>().Lines)
        {
            await line.GetAsync([.. catalog.Pages.Keys.Take(1)], CancellationToken.None);
            Console.WriteLine(
                line.Health switch
                {
                    null => $"Quotes from {line.Name}: nothing is watched yet.",
                    { State: SourceState.Good } => $"Quotes from {line.Name}: it answers.",
                    { } health => $"Quotes from {line.Name}: {health.Problem} It is asked again every minute while the market is open.",
                }
            );
        }

        foreach (
            var told in await Task.WhenAll(
                catalog.Feeds.Values.OrderBy(feed => feed.Name, StringComparer.Ordinal).Select(feed => OfAsync(feed, services))
            )
        )
        {
            Console.WriteLine(told);
        }
    }

    private static async Task<string> OfAsync(Feed feed, IServiceProvider services)
    {
        var answer = await services.GetRequiredService<INewsSource>().GetAsync(feed, FeedVersion.None, CancellationToken.None);
        if (answer is not null)
        {
            return $"News from {feed.Name}: it answers, {answer.Articles.Count} articles.";
        }

        var health = (await services.GetRequiredService<IHealthStore>().ReadAllAsync(CancellationToken.None)).FirstOrDefault(source =>
            source.Source == $"feeds.{feed.Name}"
        );
        var rhythm = feed.EveryMinutes is 1 ? "every minute" : $"every {feed.EveryMinutes} minutes";
        return $"News from {feed.Name}: {health?.Problem ?? "no answer."} It is asked again {rhythm}.";
    }
}
