using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Alpaca;
using MarketAlerts.Adapters.News.Finnhub;
using MarketAlerts.Adapters.News.Massive;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>The clients of the JSON news, with keys, at the server of a test.</summary>
internal static class GivenFeeds
{
    public const string Key = "key-4711";
    public const string Secret = "secret-0815";

    public static Feed Of(Core.Universe.FeedKind kind, Uri? address = null) => new(kind.ToString().ToLowerInvariant(), kind, address);

    public static IFeedProvider Alpaca(FeedWorld world) => Alpaca(world, Key);

    public static IFeedProvider Alpaca(FeedWorld world, string key, CallBudget? budget = null) =>
        new AlpacaNewsFeed(
            world.Client,
            budget ?? Plenty(world),
            world.Clock,
            world.Options,
            new AlpacaOptions
            {
                BaseUrl = world.Url,
                ApiKey = key,
                ApiSecret = Secret,
            }
        );

    public static IFeedProvider Finnhub(FeedWorld world) => Finnhub(world, Key);

    public static IFeedProvider Finnhub(FeedWorld world, string key, CallBudget? budget = null) =>
        new FinnhubNewsFeed(world.Client, budget ?? Plenty(world), world.Clock, new FinnhubOptions { BaseUrl = world.Url, ApiKey = key });

    public static IFeedProvider Massive(FeedWorld world) => Massive(world, Key);

    public static IFeedProvider Massive(FeedWorld world, string key, CallBudget? budget = null) =>
        new MassiveNewsFeed(
            world.Client,
            budget ?? Plenty(world),
            world.Clock,
            world.Options,
            new MassiveOptions { BaseUrl = world.Url, ApiKey = key }
        );

    public static Task<FeedAnswer> ReadAsync(IFeedProvider provider, FeedVersion version, CancellationToken cancellationToken) =>
        provider.ReadAsync(Of(provider.Kind), version, cancellationToken);

    private static CallBudget Plenty(FeedWorld world) => new(1_000, null, world.Clock);
}
