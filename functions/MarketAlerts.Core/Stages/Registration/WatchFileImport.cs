using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>
/// Brings a watch file in: says first what that changes, then enters it and greets its subscribers. Doing it again changes nothing, and
/// repairs what a crash cut short.
/// </summary>
public sealed class WatchFileImport(
    ICatalogStore catalogs,
    IProfileStore profiles,
    RuleRegistration rules,
    WelcomeNotices welcomes,
    TimeProvider time
)
{
    /// <summary>What entering a file would change; writes nothing.</summary>
    public async Task<WatchFilePlan> PlanAsync(WatchFile file, CancellationToken cancellationToken)
    {
        var known = await catalogs.LoadAsync(cancellationToken);
        var stored = new Dictionary<SubscriberId, Subscriber>();
        foreach (var subscriber in file.Subscribers)
        {
            if (await profiles.LoadProfileAsync(subscriber.Id, cancellationToken) is { } profile)
            {
                stored[subscriber.Id] = profile;
            }
        }

        return WatchFilePlan.Compare(known, stored, file, time.GetUtcNow());
    }

    /// <summary>
    /// Enters a file and files the welcome of whoever was not greeted yet; returns what the subscribers of new rules hear.
    /// </summary>
    public async Task<IReadOnlyList<RuleAnswer>> EnterAsync(WatchFile file, CancellationToken cancellationToken)
    {
        var answers = await rules.EnterAsync(file, cancellationToken);
        await welcomes.SendAsync(file.Subscribers, cancellationToken);
        return answers;
    }
}

/// <summary>Rules as code: the content of a <c>watch.json</c>, checked.</summary>
/// <param name="Baskets">The baskets.</param>
/// <param name="Symbols">Every symbol that anything in it names.</param>
/// <param name="Subscribers">The subscribers, rules canonical.</param>
public sealed record WatchFile(IReadOnlyList<Basket> Baskets, IReadOnlySet<Symbol> Symbols, IReadOnlyList<Subscriber> Subscribers)
{
    /// <summary>The feeds to poll.</summary>
    public IReadOnlyList<Feed> Feeds { get; init; } = [];

    /// <summary>Names of companies beyond those that come along.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];
}
