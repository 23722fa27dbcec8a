using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Functions.Composition;

/// <summary>How one quote source is put together: options, budget, HTTP client with its resilience, provider, line in the chain.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Section">Its section.</param>
/// <param name="Add">Registers it.</param>
internal sealed record QuoteSource(string Name, string Section, Action<IServiceCollection, IConfiguration> Add)
{
    private static readonly FetchLimits Limits = new(MassiveSnapshotParser.MaximumBytes, TimeSpan.FromSeconds(25), 0);

    public static QuoteSource Of<TOptions>(
        string name, string section, Func<Fetcher, TOptions, TimeProvider, IQuoteProvider> create, Func<TOptions, (int PerMinute, int? PerHour, int? PerDay)> plan, Func<TOptions, int>? costOfCall = null)
        where TOptions : class =>
        new(name, section, (services, configuration) => services
            .AddContract<TOptions>(configuration, section)
            .AddKeyedSingleton(name, (provider, _) => BudgetOf(provider, plan, costOfCall))
            .AddClient(name)
            .AddSingleton(provider => LineOf(provider, name, fetcher => create(fetcher, provider.GetRequiredService<TOptions>(), provider.GetRequiredService<TimeProvider>()))));

    private static CallBudget BudgetOf<TOptions>(IServiceProvider provider, Func<TOptions, (int PerMinute, int? PerHour, int? PerDay)> plan, Func<TOptions, int>? costOfCall)
        where TOptions : class
    {
        var options = provider.GetRequiredService<TOptions>();
        var (perMinute, perHour, perDay) = plan(options);
        return new CallBudget(perMinute, perDay, provider.GetRequiredService<TimeProvider>(), costOfCall?.Invoke(options) ?? 1, perHour);
    }

    private static QuoteLine LineOf(IServiceProvider provider, string name, Func<Fetcher, IQuoteProvider> create)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var fetcher = new Fetcher(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), clock, Limits);
        var health = new SourceWatcher($"quotes.{name}", provider.GetRequiredService<IHealthStore>(), clock);
        return new QuoteLine(create(fetcher), provider.GetRequiredKeyedService<CallBudget>(name), health, clock, provider.GetRequiredService<ILogger<QuoteLine>>());
    }
}
