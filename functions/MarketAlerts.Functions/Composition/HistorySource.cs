using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Functions.Composition;

/// <summary>How the daily history of one quote source is put together, where it has any: provider, line in the chain.</summary>
internal static class HistorySource
{
    public static IServiceCollection AddHistory<TOptions>(
        this IServiceCollection services,
        string name,
        Func<Fetcher, TOptions, TimeProvider, IHistoryProvider>? create
    )
        where TOptions : class => create is null ? services : services.AddSingleton(provider => LineOf(provider, name, create));

    private static HistoryLine LineOf<TOptions>(
        IServiceProvider provider,
        string name,
        Func<Fetcher, TOptions, TimeProvider, IHistoryProvider> create
    )
        where TOptions : class
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var health = new SourceHealthRecorder($"history.{name}", provider.GetRequiredService<IHealthStore>(), clock);
        var fetcher = QuoteSource.FetcherOf(provider, SourceClients.HistoryOf(name));
        return new HistoryLine(
            create(fetcher, provider.GetRequiredService<TOptions>(), clock),
            health,
            clock,
            provider.GetRequiredService<ILogger<HistoryLine>>()
        );
    }
}
