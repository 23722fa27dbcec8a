using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Baskets;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Core.Stages.Incidents;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Stages.Splits;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>The use cases, stage by stage in the order in which a quote or a story passes them.</summary>
internal static class UseCaseServices
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services
            .AddCalendar()
            .AddQuotes()
            .AddBaskets()
            .AddNews()
            .AddIncidents()
            .AddRouting()
            .AddDelivery()
            .AddSelfService()
            .AddMonitors()
            .AddRegistration()
            .AddSplits();

    private static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new MarketCalendar(CalendarFile.Read(provider.GetRequiredService<CalendarOptions>())))
            .AddSingleton(provider => VolumeCurveFile.Read(provider.GetRequiredService<VolumeOptions>()))
            .AddSingleton<MarketClock>();

    private static IServiceCollection AddQuotes(this IServiceCollection services) =>
        services
            .AddSingleton<QuotePlanner>()
            .AddSingleton<PageQuotes>()
            .AddSingleton<PageLevels>()
            .AddSingleton<QuotePoller>()
            .AddSingleton<CloseBackfill>()
            .AddSingleton<HistoryUpdater>()
            .AddSingleton<PageDetector>()
            .AddSingleton<PageDetection>()
            .AddSingleton<EventPublisher>()
            .AddSingleton<MarketLoader>();

    private static IServiceCollection AddBaskets(this IServiceCollection services) =>
        services.AddSingleton<BasketMeter>().AddSingleton<BasketPoller>();

    private static IServiceCollection AddNews(this IServiceCollection services) =>
        services
            .AddSingleton(_ => new StoryTaggers(CompanyNamesFile.BuiltIn))
            .AddSingleton<NewsPlanner>()
            .AddSingleton<FeedPoller>()
            .AddSingleton<StoryIntake>()
            .AddSingleton<TopicCounter>();

    private static IServiceCollection AddIncidents(this IServiceCollection services) =>
        services
            .AddSingleton<IGroupWaits>(provider => provider.GetRequiredService<DeliveryOptions>())
            .AddSingleton<IncidentReducer>()
            .AddSingleton<IncidentUpdater>()
            .AddSingleton<IncidentJudge>()
            .AddSingleton<IncidentFollower>();

    private static IServiceCollection AddRouting(this IServiceCollection services) =>
        services
            .AddSingleton<AndNewsFilter>()
            .AddSingleton<SubscriptionMatcher>()
            .AddSingleton<FiringRules>()
            .AddSingleton<GroupWait>()
            .AddSingleton<AlertBatchWriter>()
            .AddSingleton<EventRouter>();

    private static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton<SubscriberHolds>()
            .AddSingleton<FlushPlanner>()
            .AddSingleton<MailWording>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MarketSnapshotLoader>()
            .AddSingleton<PublishedLoader>()
            .AddSingleton<MailContentComposer>()
            .AddSingleton<ClaimComposer>()
            .AddSingleton<SendQuota>()
            .AddSingleton<NoticeSender>()
            .AddSingleton<ChannelFaults>()
            .AddSingleton<MailSender>()
            .AddSingleton<MailboxDecision>()
            .AddSingleton<MailClaims>()
            .AddSingleton<SendLoop>()
            .AddSingleton<BucketFlush>()
            .AddSingleton<Notifier>()
            .AddSingleton<DuePlanner>();

    private static IServiceCollection AddSelfService(this IServiceCollection services) => services.AddSingleton<WhyExplainer>();

    private static IServiceCollection AddMonitors(this IServiceCollection services) =>
        services.AddSingleton<CalendarMonitor>().AddSingleton<SourceMonitor>().AddSingleton<FeedMonitor>();

    private static IServiceCollection AddRegistration(this IServiceCollection services) =>
        services
            .AddSingleton<WantedLevelPlan>()
            .AddSingleton<LateRuleFinder>()
            .AddSingleton<LevelRegistration>()
            .AddSingleton<RuleRegistration>()
            .AddSingleton<WelcomeNotices>();

    private static IServiceCollection AddSplits(this IServiceCollection services) =>
        services.AddSingleton<PriceRelease>().AddSingleton<RuleRescaler>().AddSingleton<SplitRescaler>();
}
