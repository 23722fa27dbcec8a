using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Splits;

/// <summary>
/// Rescales one subscriber's price rules after a split. The profile is written last and remembers the split, so a crash in between is
/// repaired by doing the same again, and doing it twice is doing it once.
/// </summary>
public sealed class RuleRescaler(ISubscriptionStore subscriptions, IProfileStore profiles, IOnceRuleStore onces)
{
    /// <summary>Rescales; before the profile is written, <paramref name="tell"/> files what the subscriber hears.</summary>
    /// <param name="subscriber">Whose rules.</param>
    /// <param name="split">The split.</param>
    /// <param name="claimant">In whose name the claims of <c>once</c> rules that have fired are taken over.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="tell">Files what the subscriber hears.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task RescaleAsync(
        SubscriberId subscriber,
        ShareSplit split,
        string claimant,
        Catalog catalog,
        Func<SplitRules, Task> tell,
        CancellationToken cancellationToken
    )
    {
        var strays = new HashSet<Subscription>(); // Of an attempt on a profile that has changed meanwhile.
        return OptimisticWrite.RunAsync(
            RescaleOnceAsync,
            $"The profile {subscriber} kept changing while its rules were rescaled; the message is delivered again.",
            cancellationToken
        );

        async Task<bool> RescaleOnceAsync()
        {
            var before = await profiles.LoadProfileAsync(subscriber, cancellationToken);
            var rules = before is null ? null : PriceRuleScaling.Split(before, split, catalog);
            var kept = SubscriptionsOf(rules?.After, catalog).ToHashSet();
            foreach (var stray in strays.Except(kept))
            {
                await subscriptions.RemoveAsync(stray, catalog, cancellationToken);
            }

            if (rules is null or { IsNothing: true })
            {
                return true;
            }

            await TakeOverClaimsAsync(rules, claimant, cancellationToken);
            strays.UnionWith(await ReplaceAsync(before!, kept, catalog, cancellationToken));
            await tell(rules);
            return rules.Changed.Count is 0 || await profiles.SaveProfileAsync(rules.After, cancellationToken);
        }
    }

    private static IEnumerable<Subscription> SubscriptionsOf(Subscriber? profile, Catalog catalog) =>
        profile?.Rules.SelectMany(rule => RuleRegistration.Compile(profile.Id, rule, catalog)) ?? [];

    /// <summary>Adds the rows of the rescaled rules and removes those of the old ones; returns what it added.</summary>
    private async Task<IReadOnlyList<Subscription>> ReplaceAsync(
        Subscriber before,
        HashSet<Subscription> kept,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var old = SubscriptionsOf(before, catalog).ToHashSet();
        var added = kept.Except(old).ToArray();
        foreach (var subscription in added)
        {
            await subscriptions.AddAsync(subscription, catalog, cancellationToken);
        }

        foreach (var subscription in old.Except(kept))
        {
            await subscriptions.RemoveAsync(subscription, catalog, cancellationToken);
        }

        return added;
    }

    /// <summary>A <c>once</c> rule that has fired does not fire again under its new text.</summary>
    private async Task TakeOverClaimsAsync(SplitRules rules, string claimant, CancellationToken cancellationToken)
    {
        foreach (var (old, rescaled) in rules.Changed.Where(pair => pair.After.Terms.Once))
        {
            if (!await onces.ClaimOnceAsync(rules.After.Id, old, claimant, cancellationToken))
            {
                await onces.ClaimOnceAsync(rules.After.Id, rescaled, claimant, cancellationToken);
            }
        }
    }
}
