using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Splits;
using MarketAlerts.Adapters.Quotes.Splits.Alpaca;
using MarketAlerts.Adapters.Quotes.Splits.Massive;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>
/// The registration list of halts and splits, one line each. Splits come from those providers of quotes that the settings name.
/// </summary>
internal static class ListingEventSources
{
    /// <summary>The key of the sources that make up the whole.</summary>
    public const string Key = "listing-events";

    private static readonly SplitSource[] Splits =
    [
        SplitSource.Create<MassiveOptions>("massive", (fetcher, options) => new MassiveSplits(fetcher, options)),
        SplitSource.Create<AlpacaOptions>("alpaca", (fetcher, options) => new AlpacaSplits(fetcher, options)),
    ];

    public static IServiceCollection AddListingEvents(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyList<string> quoteSources
    )
    {
        services.AddHalts(configuration);
        foreach (var name in quoteSources)
        {
            Array.Find(Splits, source => source.Name == name)?.Add(services);
        }

        services.TryAddSingleton<IListingEventSource>(provider => new ListingEventChain([
            .. provider.GetKeyedServices<IListingEventSource>(Key),
        ]));
        return services;
    }
}

/// <summary>The list of trading halts, read politely.</summary>
internal static class HaltSource
{
    public static IServiceCollection AddHalts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddFeedClient(configuration)
            .AddContract<NasdaqHaltOptions>(configuration, NasdaqHaltOptions.Section)
            .AddSingleton<NasdaqHaltFeed>();
        services.AddKeyedSingleton<IListingEventSource>(
            ListingEventSources.Key,
            (provider, _) =>
                ActivatorUtilities.CreateInstance<HaltEventSource>(
                    provider,
                    new SourceHealthRecorder(
                        $"feeds.{NasdaqHaltFeed.Source}",
                        provider.GetRequiredService<IHealthStore>(),
                        provider.GetRequiredService<TimeProvider>()
                    )
                )
        );
        return services;
    }
}

/// <summary>
/// How one source of splits is put together: beside the quotes of the same provider, with its options, its client and its budget.
/// </summary>
/// <param name="Name">The quote source it belongs to.</param>
/// <param name="Add">Registers it.</param>
internal sealed record SplitSource(string Name, Action<IServiceCollection> Add)
{
    private const int MostBytes = 5_000_000;
    private static readonly FetchLimits Limits = new(MostBytes, TimeSpan.FromSeconds(25), 0);

    public static SplitSource Create<TOptions>(string name, Func<Fetcher, TOptions, ISplitProvider> create)
        where TOptions : class =>
        new(
            name,
            services =>
                services.AddKeyedSingleton<IListingEventSource>(
                    ListingEventSources.Key,
                    (provider, _) =>
                    {
                        var clock = provider.GetRequiredService<TimeProvider>();
                        var fetcher = QuoteSourceRegistration.FetcherOf(provider, name, Limits);
                        var health = new SourceHealthRecorder($"splits.{name}", provider.GetRequiredService<IHealthStore>(), clock);
                        return ActivatorUtilities.CreateInstance<SplitEventSource>(
                            provider,
                            create(fetcher, provider.GetRequiredService<TOptions>()),
                            health
                        );
                    }
                )
        );
}
