using System.Collections.Concurrent;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Makes subscriptions and wanted levels what the profiles say, after a table was lost or damaged: adds what is missing first, then removes
/// what no profile has. A crash is repaired by doing it again. Levels of a rule that is entered at the same moment may need it twice.
/// </summary>
public sealed class Rebuilder(ICatalogStore catalogs, IProfileStore profiles, ISubscriptionStore subscriptions, LevelRebuild levels)
{
    private const int ParallelWrites = 16;

    /// <summary>Rebuilds, or with <paramref name="dryRun"/> only counts.</summary>
    public async Task<RebuildReport> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var (wanted, unread) = await WantedAsync(catalog, cancellationToken);
        if (unread > 0)
        {
            return new RebuildReport([], unread);
        }

        var (missing, strays, there) = await CompareAsync(wanted, cancellationToken);
        if (!dryRun)
        {
            await EachAsync(missing, (next, cancelled) => subscriptions.AddAsync(next.Subscription, catalog, cancelled), cancellationToken);
        }

        var removed = await RemoveAsync(strays, catalog, dryRun, cancellationToken);
        var (added, gone) = await levels.RunAsync([.. wanted.Select(next => next.Subscription)], catalog, dryRun, cancellationToken);
        return new RebuildReport(
            [
                new RowCount("subscriptions there", there),
                new RowCount("subscriptions added", missing.Count),
                new RowCount("subscriptions removed", removed),
                new RowCount("levels added", added),
                new RowCount("levels removed", gone),
            ],
            0
        );
    }

    private async Task<(HashSet<PlacedSubscription> Wanted, int Unread)> WantedAsync(Catalog catalog, CancellationToken cancellationToken)
    {
        var (wanted, unread) = (new HashSet<PlacedSubscription>(), 0);
        foreach (var bucket in (await profiles.BucketsAsync(cancellationToken)).All)
        {
            await foreach (var profile in profiles.ReadProfilesAsync(bucket, cancellationToken))
            {
                foreach (var rule in profile.Rules)
                {
                    var rows = RowsOf(profile, rule, catalog);
                    unread += rows is [] ? 1 : 0;
                    wanted.UnionWith(rows);
                }
            }
        }

        return (wanted, unread);
    }

    /// <summary>What is wanted against what is stored.</summary>
    private async Task<(HashSet<PlacedSubscription> Missing, List<PlacedSubscription> Strays, int There)> CompareAsync(
        HashSet<PlacedSubscription> wanted,
        CancellationToken cancellationToken
    )
    {
        var keys = wanted.Select(KeyOf).ToHashSet();
        var (missing, strays, there) = (new HashSet<PlacedSubscription>(wanted), new List<PlacedSubscription>(), 0);
        await foreach (var stored in subscriptions.ReadAllAsync(cancellationToken))
        {
            there++;
            missing.Remove(stored);
            if (!keys.Contains(KeyOf(stored)))
            {
                strays.Add(stored);
            }
        }

        return (missing, strays, there);
    }

    /// <returns>How many were removed, or would be.</returns>
    private async Task<int> RemoveAsync(List<PlacedSubscription> strays, Catalog catalog, bool dryRun, CancellationToken cancellationToken)
    {
        var removed = new ConcurrentBag<PlacedSubscription>();
        await EachAsync(
            strays,
            async (stray, cancelled) =>
            {
                if (await IsStrayAsync(stray, catalog, cancelled))
                {
                    removed.Add(stray);
                    await (dryRun ? Task.CompletedTask : subscriptions.RemoveAsync(stray, cancelled));
                }
            },
            cancellationToken
        );
        return removed.Count;
    }

    /// <summary>None of a rule on something that the catalog does not know.</summary>
    private static PlacedSubscription[] RowsOf(Subscriber profile, Rule rule, Catalog catalog) =>
        [
            .. RuleRegistration
                .Compile(profile.Id, rule, catalog)
                .Select(row => new PlacedSubscription(catalog.SectionOf(row.RuleLevel.Target), row)),
        ];

    /// <summary>Looks at the profile once more: the rule may have been entered while all others were read.</summary>
    private async Task<bool> IsStrayAsync(PlacedSubscription row, Catalog catalog, CancellationToken cancellationToken) =>
        await profiles.LoadProfileAsync(row.Subscription.Subscriber, cancellationToken) is not { } profile
        || !profile.Rules.Contains(row.Subscription.Rule)
        || !RowsOf(profile, row.Subscription.Rule, catalog).Select(KeyOf).Contains(KeyOf(row));

    private static (string Section, SubscriberId Subscriber, RuleLevel RuleLevel, Rule Rule) KeyOf(PlacedSubscription row) =>
        (row.Section, row.Subscription.Subscriber, row.Subscription.RuleLevel, row.Subscription.Rule);

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelWrites, CancellationToken = cancellationToken },
            async (next, cancelled) => await act(next, cancelled)
        );
}

/// <summary>What a rebuild did, or would do.</summary>
/// <param name="Counts">How many rows of each kind.</param>
/// <param name="UnreadRules">Rules of profiles that name something the catalog does not know: with any, nothing was done.</param>
public sealed record RebuildReport(IReadOnlyList<RowCount> Counts, int UnreadRules);
