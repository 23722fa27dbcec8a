using MarketAlerts.Adapters.Links;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Functions.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>What subscribers can do by the links in their messages, and what a probe sees. One line a page.</summary>
internal static class SelfServicePages
{
    public static IServiceCollection AddSelfServicePages(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<LinkOptions>(configuration, LinkOptions.Section)
            .AddSingleton<SignedLinks>()
            .AddSingleton<ISignedLinks>(provider => provider.GetRequiredService<SignedLinks>())
            .AddSingleton<IMailLinks>(provider => provider.GetRequiredService<SignedLinks>())
            .AddSingleton<IVoteStore, TableVoteStore>()
            .AddSingleton<IncidentLedger>()
            .AddSingleton<ProfileEditor>()
            .AddSingleton<LinkVerifier>()
            .AddSingleton<HoldRelease>()
            .AddSingleton<SubscriberActions>()
            .AddSingleton<ThresholdChanger>()
            .AddSingleton<Unsubscriber>()
            .AddSingleton<SelfServiceEndpoint>()
            .AddSingleton<PageLinks>()
            .AddSingleton<UnsubscribePage>()
            .AddSingleton<ActionPages>()
            .AddSingleton<ISelfServicePage, PausePage>()
            .AddSingleton<ISelfServicePage, OnlySeverePage>()
            .AddSingleton<ISelfServicePage, ChangeThresholdPage>()
            .AddSingleton<ISelfServicePage>(provider => ActivatorUtilities.CreateInstance<VotePage>(provider, VoteKind.Useful))
            .AddSingleton<ISelfServicePage>(provider => ActivatorUtilities.CreateInstance<VotePage>(provider, VoteKind.Noise))
            .AddSingleton<ISelfServicePage, WhyPage>()
            .AddSingleton<ISelfServicePage, ResumePage>()
            .AddSingleton<ISelfServicePage, EndLinksPage>()
            .AddSingleton<HealthCheck>()
            .AddSingleton<HealthAnswer>();
}
