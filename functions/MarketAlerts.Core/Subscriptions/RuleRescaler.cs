using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>
/// Rescales one subscriber's price rules after a split. The profile is written last and remembers the split, so a crash in between is repaired by doing the same
/// again, and doing it twice is doing it once.
/// </summary>
public sealed class RuleRescaler(IWatcherStore watchers, IRecipientStore recipients)
{
    private const int Attempts = 5;

    /// <summary>Rescales; before the profile is written, <paramref name="tell"/> files what the owner hears.</summary>
    /// <param name="owner">Whose rules.</param>
    /// <param name="split">The split.</param>
    /// <param name="claimant">In whose name the claims of <c>once</c> rules that have fired are taken over.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="tell">Files what the owner hears.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RescaleAsync(
        SubscriberId owner,
        ShareSplit split,
        string claimant,
        Catalog catalog,
        Func<SplitRules, Task> tell,
        CancellationToken cancellationToken
    )
    {
        var strays = new HashSet<Watcher>(); // Of an attempt on a profile that has changed meanwhile.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await recipients.LoadProfileAsync(owner, cancellationToken);
            var rules = before is null ? null : PriceRuleBook.Split(before, split, catalog);
            var kept = WatchersOf(rules?.After, catalog).ToHashSet();
            foreach (var stray in strays.Except(kept))
            {
                await watchers.RemoveAsync(stray, catalog, cancellationToken);
            }

            if (rules is null or { IsNothing: true })
            {
                return;
            }

            await TakeOverClaimsAsync(rules, claimant, catalog, cancellationToken);
            strays.UnionWith(await ReplaceAsync(before!, kept, catalog, cancellationToken));
            await tell(rules);
            if (rules.Changed.Count is 0 || await recipients.SaveProfileAsync(rules.After, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"The profile {owner} kept changing while its rules were rescaled; the message is delivered again."
        );
    }

    private static IEnumerable<Watcher> WatchersOf(Subscriber? profile, Catalog catalog) =>
        profile?.Rules.SelectMany(rule => RuleBook.Compile(profile, rule, catalog)) ?? [];

    /// <summary>Adds the rows of the rescaled rules and removes those of the old ones; returns what it added.</summary>
    private async Task<IReadOnlyList<Watcher>> ReplaceAsync(
        Subscriber before,
        HashSet<Watcher> kept,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var old = WatchersOf(before, catalog).ToHashSet();
        var added = kept.Except(old).ToArray();
        foreach (var watcher in added)
        {
            await watchers.AddAsync(watcher, catalog, cancellationToken);
        }

        foreach (var watcher in old.Except(kept))
        {
            await watchers.RemoveAsync(watcher, catalog, cancellationToken);
        }

        return added;
    }

    /// <summary>A <c>once</c> rule that has fired does not fire again under its new text.</summary>
    private async Task TakeOverClaimsAsync(SplitRules rules, string claimant, Catalog catalog, CancellationToken cancellationToken)
    {
        foreach (
            var (old, rescaled) in rules.Changed.Where(pair =>
                RuleBook.Compile(rules.After, pair.After, catalog).Any(watcher => watcher.Terms.Once)
            )
        )
        {
            if (!await recipients.ClaimOnceAsync(rules.After.Id, old, claimant, cancellationToken))
            {
                await recipients.ClaimOnceAsync(rules.After.Id, rescaled, claimant, cancellationToken);
            }
        }
    }
}
