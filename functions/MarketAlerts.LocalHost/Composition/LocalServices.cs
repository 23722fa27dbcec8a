using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Functions.Composition;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Reports;
using MarketAlerts.LocalHost.Scenarios;
using Spectre.Console;

namespace MarketAlerts.LocalHost.Composition;

/// <summary>
/// What a laptop has instead of Azure: storage queues for Service Bus, pumps for the Functions host, and for a replay a virtual clock and a
/// scenario.
/// </summary>
internal static class LocalServices
{
    private const string LaptopBuckets = "4";

    /// <summary>Settings that fit a laptop; any of them can be set otherwise.</summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } =
        new Dictionary<string, string?>
        {
            ["Delivery:Buckets"] = LaptopBuckets,
            ["Delivery:KeepSentMails"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        };

    public static IServiceCollection AddLaptop(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMvcCore();
        return services
            .AddMarketAlerts(configuration)
            .AddSingleton(FunctionCatalog.FindIn(typeof(MarketAlerts.Functions.ServiceBusOptions).Assembly))
            .AddSingleton<FunctionInvoker>()
            .AddSingleton<MessageHandler>()
            .AddSingleton(provider => QueueClientOf(provider.GetRequiredService<StorageOptions>()));
    }

    /// <summary>The live mode: real clock, pumps in the background.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddQuoteSources(configuration)
            .AddNewsSources(configuration)
            .AddSingleton<IMessagePublisher, StorageQueuePublisher>()
            .AddHostedService<TimerPump>()
            .AddHostedService<QueuePump>();

    /// <summary>The replay mode: virtual clock, scenario, timeline.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services, IConfiguration configuration, Scenario scenario)
    {
        services
            .AddContract<ReplayOptions>(configuration, ReplayOptions.Section)
            .AddSingleton(scenario)
            .AddSingleton(new VirtualTime(scenario.From))
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<VirtualTime>())
            .AddSingleton<IQuoteSource, ScenarioQuoteSource>()
            .AddSingleton<IListingEventSource, ScenarioListingEvents>()
            .AddSingleton<INewsSource, ScenarioNewsSource>()
            .AddNoSources()
            .AddSingleton(provider => new ReplayJournal(
                StorageClients.Tables(provider.GetRequiredService<StorageOptions>()),
                scenario.Name
            ))
            .AddSingleton<ReplayQueues>()
            .AddSingleton<IMessagePublisher>(provider => provider.GetRequiredService<ReplayQueues>())
            .AddSingleton<ReplaySchedule>()
            .AddSingleton<ReplayState>()
            .AddSingleton<ReplayRunner>()
            .AddSingleton<ReportWriter>()
            .AddSingleton<NoiseWriter>()
            .AddSingleton(_ => WideEnough(AnsiConsole.Console))
            .AddSingleton<Timeline>();
        services.Decorate<IIncidentStore>((inner, provider) => ActivatorUtilities.CreateInstance<TimelineIncidents>(provider, inner));
        services.Decorate<IChannel>((inner, provider) => ActivatorUtilities.CreateInstance<TimelineMails>(provider, inner));
        return services;
    }

    /// <summary>A file or a pipe has no width: lines stay whole there.</summary>
    private static IAnsiConsole WideEnough(IAnsiConsole console)
    {
        console.Profile.Width = Console.IsOutputRedirected ? int.MaxValue : console.Profile.Width;
        return console;
    }

    private static QueueServiceClient QueueClientOf(StorageOptions options) =>
        new(options.ConnectionString ?? throw new InvalidOperationException("The laptop host needs Storage:ConnectionString (Azurite)."));
}
