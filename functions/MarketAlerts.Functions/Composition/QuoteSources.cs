using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Stooq;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of the quote sources, one line each.</summary>
public static class QuoteSources
{
    private const string WithoutKey = "stooq";

    private static readonly QuoteSourceRegistration[] Known =
    [
        QuoteSourceRegistration.Create<MassiveOptions>(
            "massive",
            MassiveOptions.Section,
            (fetcher, options, clock) => new MassiveProvider(fetcher, options, clock),
            options => (options.CallsPerMinute, null, null),
            (fetcher, options, clock) => new MassiveHistory(fetcher, options, clock)
        ),
        QuoteSourceRegistration.Create<AlpacaOptions>(
            "alpaca",
            AlpacaOptions.Section,
            (fetcher, options, clock) => new AlpacaProvider(fetcher, options, clock),
            options => (options.CallsPerMinute, null, null),
            (fetcher, options, clock) => new AlpacaHistory(fetcher, options, clock)
        ),
        QuoteSourceRegistration.Create<TiingoOptions>(
            "tiingo",
            TiingoOptions.Section,
            (fetcher, options, clock) => new TiingoProvider(fetcher, options, clock),
            options => (options.CallsPerMinute, options.CallsPerHour, options.CallsPerDay),
            (fetcher, options, _) => new TiingoHistory(fetcher, options)
        ),
        QuoteSourceRegistration.Create<TwelveDataOptions>(
            "twelve-data",
            TwelveDataOptions.Section,
            (fetcher, options, _) => new TwelveDataProvider(fetcher, options),
            options => (options.CallsPerMinute, null, options.CallsPerDay),
            (fetcher, options, _) => new TwelveDataHistory(fetcher, options)
        ),
        QuoteSourceRegistration.Create<FinnhubOptions>(
            "finnhub",
            FinnhubOptions.Section,
            (fetcher, options, _) => new FinnhubProvider(fetcher, options),
            options => (options.CallsPerMinute, null, null)
        ),
        QuoteSourceRegistration.Create<StooqOptions>(
            WithoutKey,
            StooqOptions.Section,
            (fetcher, options, clock) => new StooqProvider(fetcher, options, clock),
            options => (options.CallsPerMinute, null, options.CallsPerDay)
        ),
    ];

    /// <summary>
    /// Registers the sources of the settings, in their order, the first is the primary; and what tells of halts and splits.
    /// </summary>
    /// <remarks>A name that there is not is refused with all else that is wrong, when the host starts.</remarks>
    public static IServiceCollection AddQuoteSources(this IServiceCollection services, IConfiguration configuration)
    {
        var names = NamesOf(configuration);
        services
            .AddOptions<QuoteChainOptions>()
            .Bind(configuration.GetSection(QuoteChainOptions.Section))
            .Validate(
                options => options.Sources.All(IsKnown),
                $"Quotes:Sources names only {string.Join(", ", Known.Select(source => source.Name))}."
            )
            .ValidateOnStart();
        foreach (var source in names.SelectMany(name => Known.Where(source => source.Name == name)))
        {
            source.Add(services, configuration);
        }

        services.AddListingEvents(configuration, names);
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.None)); // Each line of the chain says once what failed.
        services.AddSingleton(provider => new QuoteChain([.. provider.GetServices<QuoteLine>()]));
        services.TryAddSingleton<IQuoteSource>(provider => provider.GetRequiredService<QuoteChain>());
        services.TryAddSingleton<ISecondQuoteSource>(provider => provider.GetRequiredService<QuoteChain>());
        services.TryAddSingleton<IDailyHistorySource>(provider => new HistoryChain(
            [.. provider.GetServices<HistoryLine>()],
            provider.GetRequiredService<QuoteChain>().Lines[0].Name
        ));
        services.TryAddSingleton<IQuotePlan, QuotePlan>();
        return services;
    }

    private static bool IsKnown(string name) => Known.Any(source => source.Name == name);

    private static string[] NamesOf(IConfiguration configuration)
    {
        var named = configuration.GetSection(QuoteChainOptions.Section).Get<QuoteChainOptions>()?.Sources ?? [];
        var withKey = Known.Where(source => configuration[$"{source.Section}:ApiKey"] is { Length: > 0 }).Select(source => source.Name);
        return named.Count > 0 ? [.. named.Distinct()]
            : withKey.ToArray() is { Length: > 0 } keyed ? keyed
            : [WithoutKey];
    }
}
