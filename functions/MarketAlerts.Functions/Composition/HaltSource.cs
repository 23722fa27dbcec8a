using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

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
