using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Splits;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>How one source of splits is put together: beside the quotes of the same provider, with its options, its client and its budget.</summary>
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
                        var fetcher = QuoteSource.FetcherOf(provider, name, Limits);
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
