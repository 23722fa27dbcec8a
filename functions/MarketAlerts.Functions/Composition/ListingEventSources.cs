using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Splits.Alpaca;
using MarketAlerts.Adapters.Quotes.Splits.Massive;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of halts and splits, one line each. Splits come from those providers of quotes that the settings name.</summary>
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
