using MarketAlerts.Adapters.Links;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Notifications.Votes;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;
using MarketAlerts.Functions.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>What readers can do by the links in their messages, and what a probe sees. One line a page.</summary>
internal static class ReaderPages
{
    public static IServiceCollection AddReaderPages(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<LinkOptions>(configuration, LinkOptions.Section)
            .AddSingleton<SignedLinks>()
            .AddSingleton<ISignedLinks>(provider => provider.GetRequiredService<SignedLinks>())
            .AddSingleton<IMailLinks>(provider => provider.GetRequiredService<SignedLinks>())
            .AddSingleton<IVoteStore, TableVoteStore>()
            .AddSingleton<IWhyReader, LedgerWhyReader>()
            .AddSingleton<ProfileEditor>()
            .AddSingleton<LinkGate>()
            .AddSingleton<HeldRelease>()
            .AddSingleton<ReaderActions>()
            .AddSingleton<BarChanger>()
            .AddSingleton<Unsubscriber>()
            .AddSingleton<LinkDoor>()
            .AddSingleton<PageLinks>()
            .AddSingleton<UnsubscribePage>()
            .AddSingleton<ActionPages>()
            .AddSingleton<IReaderPage, PausePage>()
            .AddSingleton<IReaderPage, OnlySeverePage>()
            .AddSingleton<IReaderPage, ChangeBarPage>()
            .AddSingleton<IReaderPage>(provider => ActivatorUtilities.CreateInstance<VotePage>(provider, VoteKind.Useful))
            .AddSingleton<IReaderPage>(provider => ActivatorUtilities.CreateInstance<VotePage>(provider, VoteKind.Noise))
            .AddSingleton<IReaderPage, WhyPage>()
            .AddSingleton<IReaderPage, ResumePage>()
            .AddSingleton<IReaderPage, EndLinksPage>()
            .AddSingleton<HealthLook>()
            .AddSingleton<HealthAnswer>();
}
