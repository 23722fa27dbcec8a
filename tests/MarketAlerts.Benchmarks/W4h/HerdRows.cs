using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W2b;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Crowd;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>
/// Loads the herd's rules and subscribers in transactions, with the keys and columns of the production stores. Not timed.
/// </summary>
internal static class HerdRows
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>Loads everything.</summary>
    /// <exception cref="BenchmarkException">It was loaded before: who was told is not told again.</exception>
    public static async Task LoadAsync(
        HerdPlan plan,
        Catalog catalog,
        TableSet tables,
        IProfileStore profiles,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        var first = new CrossedRange(Target.OfSymbol(plan.Symbols[0]), MetricId.DayMove, Direction.Down, LevelRange.All);
        if ((await new TableSubscriptionStore(tables).FindAsync([first], catalog, cancellationToken))[0].Count > 0)
        {
            throw new BenchmarkException("W4h needs an Azurite on which it has not run before.");
        }

        await new SubscriptionRows(await tables.Subscriptions, catalog, "W4h", progress).WriteAsync(
            plan.Subscriptions,
            Longest,
            cancellationToken
        );
        var rules = plan
            .Subscriptions.SelectMany(subscriptions => subscriptions)
            .ToLookup(subscription => subscription.Subscriber, subscription => subscription.Rule);
        var readers = plan.Subscribers.Select(address => new Subscriber(
            address,
            "America/New_York",
            [.. rules[SubscriberId.FromAddress(address)]],
            null,
            false
        ));
        await new CrowdRows(tables, profiles).LoadAsync(readers, [], catalog, cancellationToken);
    }
}
