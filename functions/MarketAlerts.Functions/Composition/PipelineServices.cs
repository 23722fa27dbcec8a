using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Opening;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Functions.Composition;

/// <summary>The whole composition but transport and quote source, which differ between Azure and a laptop.</summary>
public static class PipelineServices
{
    /// <summary>Registers options, adapters and use cases.</summary>
    public static IServiceCollection AddMarketAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddContract<StorageOptions>(configuration, StorageOptions.Section)
            .AddContract<CalendarOptions>(configuration, CalendarOptions.Section)
            .AddContract<CalendarMonitorOptions>(configuration, CalendarMonitorOptions.Section)
            .AddSingleton<IValidateOptions<CalendarOptions>, CalendarIsReadable>()
            .AddContract<VolumeOptions>(configuration, VolumeOptions.Section)
            .AddContract<ThresholdOptions>(configuration, ThresholdOptions.Section)
            .AddContract<GuardOptions>(configuration, GuardOptions.Section)
            .AddContract<IncidentOptions>(configuration, IncidentOptions.Section)
            .AddContract<DeliveryOptions>(configuration, DeliveryOptions.Section)
            .AddContract<SenderOptions>(configuration, SenderOptions.Section)
            .AddStores()
            .AddEmail()
            .AddChannels(configuration)
            .AddSelfServicePages(configuration)
            .AddProofOfLife()
            .AddLatency(configuration)
            .AddOperation(configuration)
            .AddUseCases();
    }

    private static IServiceCollection AddStores(this IServiceCollection services) =>
        services
            .AddSingleton(provider => StorageClients.Tables(provider.GetRequiredService<StorageOptions>()))
            .AddSingleton(provider => new TableSet(provider.GetRequiredService<Azure.Data.Tables.TableServiceClient>()))
            .AddSingleton<ICatalogStore, TableCatalogStore>()
            .AddSingleton<IMarketStore, TableMarketStore>()
            .AddSingleton<ISubscriptionStore, TableSubscriptionStore>()
            .AddSingleton<SubscriberTable>()
            .AddSingleton<IProfileStore, TableProfileStore>()
            .AddSingleton<IDeliveryStore, TableDeliveryStore>()
            .AddSingleton<ILedgerStore, TableLedgerStore>()
            .AddSingleton<IOnceRuleStore, TableOnceRuleStore>()
            .AddSingleton<IIncidentStore, TableIncidentStore>()
            .AddSingleton<IHistoryStore, TableHistoryStore>()
            .AddSingleton<IHealthStore, TableHealthStore>()
            .AddSingleton<INewsStore, TableNewsStore>()
            .AddSingleton<ITopicStore, TableTopicStore>()
            .AddSingleton<IFeedStore, TableFeedStore>()
            .AddSingleton<IAwaitingNewsStore, TableAwaitingNewsStore>()
            .AddSingleton<IQuotaStore, TableQuotaStore>();

    private static IServiceCollection AddEmail(this IServiceCollection services) =>
        services.AddSingleton<MailRenderer>().AddSingleton<MailTemplates>();
}

/// <summary>What tells the open.</summary>
internal static class OpenServices
{
    /// <summary>Adds it to the services.</summary>
    public static IServiceCollection AddProofOfLife(this IServiceCollection services) =>
        services.AddSingleton<IOpeningStore, TableOpeningStore>().AddSingleton<OpeningLoader>().AddSingleton<OpeningNotices>();
}

/// <summary>What measures what happens and how long alerts take.</summary>
internal static class LatencyServices
{
    /// <summary>Adds it to the services.</summary>
    public static IServiceCollection AddLatency(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddMetrics()
            .AddContract<LatencyOptions>(configuration, LatencyOptions.Section)
            .AddSingleton<ILatencyStore, TableLatencyStore>()
            .AddSingleton<AlertMeter>()
            .AddSingleton<PipelineMeter>()
            .AddSingleton<LatencyOrigin>()
            .AddSingleton<LatencyRecorder>()
            .AddSingleton<LatencyMonitor>();
}

/// <summary>What keeps the tables in order, by itself and by an operator's commands.</summary>
internal static class OperationServices
{
    /// <summary>Adds it to the services.</summary>
    public static IServiceCollection AddOperation(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<RetentionOptions>(configuration, RetentionOptions.Section)
            .AddSingleton<IRetentionStore, TableRetentionStore>()
            .AddSingleton<PendingSweep>()
            .AddSingleton<Housekeeper>()
            .AddSingleton<WatchFileImport>()
            .AddSingleton<Forgetter>()
            .AddSingleton<LevelRebuild>()
            .AddSingleton<Rebuilder>();
}
