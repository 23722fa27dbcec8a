using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Alpaca;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.News.Finnhub;
using MarketAlerts.Adapters.News.Massive;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Stages.News;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of the kinds of feeds, one line each.</summary>
public static class NewsSources
{
    /// <summary>
    /// Registers the providers and the source that picks one by a feed's kind. Keys are those of the quote sources; without one its feed is
    /// refused when it is read.
    /// </summary>
    public static IServiceCollection AddNewsSources(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddFeedClient(configuration)
            .AddProvider<RssProvider>()
            .AddContract<EdgarOptions>(configuration, EdgarOptions.Section)
            .AddSingleton<EdgarFeed>()
            .AddProvider<EdgarProvider>()
            .AddKeys<AlpacaOptions>(configuration, AlpacaOptions.Section)
            .AddProvider<AlpacaNewsFeed, AlpacaOptions>("alpaca", options => options.CallsPerMinute)
            .AddKeys<FinnhubOptions>(configuration, FinnhubOptions.Section)
            .AddProvider<FinnhubNewsFeed, FinnhubOptions>("finnhub", options => options.CallsPerMinute)
            .AddKeys<MassiveOptions>(configuration, MassiveOptions.Section)
            .AddProvider<MassiveNewsFeed, MassiveOptions>("massive", options => options.CallsPerMinute);
        services.TryAddSingleton<INewsSource, FeedSource>();
        return services;
    }

    private static IServiceCollection AddProvider<TReader>(this IServiceCollection services)
        where TReader : class, IFeedProvider => services.AddSingleton<IFeedProvider, TReader>();

    /// <summary>Where quotes are asked for with the same key, both count in one budget.</summary>
    private static IServiceCollection AddProvider<TReader, TOptions>(
        this IServiceCollection services,
        string quotes,
        Func<TOptions, int> callsPerMinute
    )
        where TReader : class, IFeedProvider
        where TOptions : class, new() =>
        services.AddSingleton<IFeedProvider>(provider =>
        {
            var options = provider.GetService<TOptions>() ?? new TOptions();
            var budget =
                provider.GetKeyedService<CallBudget>(quotes)
                ?? new CallBudget(callsPerMinute(options), null, provider.GetRequiredService<TimeProvider>());
            return ActivatorUtilities.CreateInstance<TReader>(provider, options, budget);
        });

    /// <summary>Settings without a key are not looked at: they would be refused.</summary>
    private static IServiceCollection AddKeys<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        var isKnown = services.Any(service => service.ServiceType == typeof(TOptions));
        return isKnown || configuration[$"{section}:ApiKey"] is not { Length: > 0 }
            ? services
            : services.AddContract<TOptions>(configuration, section);
    }
}

/// <summary>The client that all feeds are asked with: one, so that their turns at a host are one queue.</summary>
internal static class FeedClients
{
    /// <summary>Registers it, once however often it is called.</summary>
    public static IServiceCollection AddFeedClient(this IServiceCollection services, IConfiguration configuration) =>
        services.Any(service => service.ServiceType == typeof(FeedClient))
            ? services
            : services
                .AddContract<FeedOptions>(configuration, FeedOptions.Section)
                .AddSingleton(provider => new HostThrottle(provider.GetRequiredService<TimeProvider>(), HostThrottle.UsualInterval))
                .AddSingleton(provider => FeedHttp.Create(provider.GetRequiredService<FeedOptions>()))
                .AddSingleton<FeedClient>();
}
