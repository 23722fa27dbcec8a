using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Functions.Composition;

/// <summary>
/// How one quote source is put together: options, budget, HTTP clients with their resilience, providers of quotes and daily history, lines
/// in the chains.
/// </summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Section">Its section.</param>
/// <param name="Add">Registers it.</param>
internal sealed record QuoteSourceRegistration(string Name, string Section, Action<IServiceCollection, IConfiguration> Add)
{
    private static readonly FetchLimits Limits = new(MassiveSnapshotParser.MaximumBytes, TimeSpan.FromSeconds(25), 0);

    public static QuoteSourceRegistration Create<TOptions>(
        string name,
        string section,
        Func<Fetcher, TOptions, TimeProvider, IQuoteProvider> create,
        Func<TOptions, (int PerMinute, int? PerHour, int? PerDay)> plan,
        Func<Fetcher, TOptions, TimeProvider, IHistoryProvider>? history = null
    )
        where TOptions : class =>
        new(
            name,
            section,
            (services, configuration) =>
                services
                    .AddContract<TOptions>(configuration, section)
                    .AddKeyedSingleton(name, (provider, _) => BudgetOf(provider, plan))
                    .AddClients(name)
                    .AddSingleton(provider =>
                        LineOf(
                            provider,
                            name,
                            fetcher => create(fetcher, provider.GetRequiredService<TOptions>(), provider.GetRequiredService<TimeProvider>())
                        )
                    )
                    .AddHistory(name, history)
        );

    private static CallBudget BudgetOf<TOptions>(IServiceProvider provider, Func<TOptions, (int PerMinute, int? PerHour, int? PerDay)> plan)
        where TOptions : class
    {
        var (perMinute, perHour, perDay) = plan(provider.GetRequiredService<TOptions>());
        return new CallBudget(perMinute, perDay, provider.GetRequiredService<TimeProvider>(), perHour);
    }

    private static QuoteLine LineOf(IServiceProvider provider, string name, Func<Fetcher, IQuoteProvider> create)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var health = new SourceHealthRecorder($"quotes.{name}", provider.GetRequiredService<IHealthStore>(), clock);
        return new QuoteLine(
            create(FetcherOf(provider, name)),
            provider.GetRequiredKeyedService<CallBudget>(name),
            health,
            clock,
            provider.GetRequiredService<ILogger<QuoteLine>>()
        );
    }

    /// <summary>A fetcher on one of the named clients.</summary>
    internal static Fetcher FetcherOf(IServiceProvider provider, string client, FetchLimits? limits = null) =>
        new(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(client),
            provider.GetRequiredService<TimeProvider>(),
            limits ?? Limits
        );
}

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
        var fetcher = QuoteSourceRegistration.FetcherOf(provider, SourceClients.HistoryOf(name));
        return new HistoryLine(
            create(fetcher, provider.GetRequiredService<TOptions>(), clock),
            health,
            clock,
            provider.GetRequiredService<ILogger<HistoryLine>>()
        );
    }
}
