using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Splits;

/// <summary>
/// Lets the price rules on a symbol go on after a split: the page's wanted levels become those of the subscriptions, and the hold ends, in
/// one write against the version read before the subscriptions, so that a rule entered meanwhile is not lost.
/// </summary>
public sealed class PriceRelease(IMarketStore market, ISubscriptionStore subscriptions)
{
    private static readonly Direction[] Directions = [Direction.Down, Direction.Up];

    /// <summary>The split of a symbol for which price rules still wait, or null when none do.</summary>
    public async Task<ShareSplit?> WaitingAsync(string page, Symbol symbol, DateOnly day, CancellationToken cancellationToken) =>
        Waiting(await market.LoadPageAsync(page, cancellationToken), symbol, day);

    /// <summary>Everybody with a rule on the price of some targets, in order.</summary>
    public async Task<IReadOnlyList<SubscriberId>> SubscribersAsync(
        IEnumerable<Target> targets,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(targets, catalog, cancellationToken);
        return [.. found.SelectMany(subscriptions => subscriptions).Select(subscription => subscription.Subscriber).Distinct().Order()];
    }

    /// <summary>Ends the hold; does nothing when somebody did before.</summary>
    public Task ReleaseAsync(string name, Symbol symbol, DateOnly day, Catalog catalog, CancellationToken cancellationToken)
    {
        var target = Target.OfSymbol(symbol);
        return OptimisticWrite.RunAsync(
            ReleaseOnceAsync,
            $"Page {name} kept changing while the price rules on {symbol} were released; the message is delivered again.",
            cancellationToken
        );

        async Task<bool> ReleaseOnceAsync()
        {
            var page = await market.LoadPageAsync(name, cancellationToken);
            if (page is null || Waiting(page, symbol, day) is null)
            {
                return true;
            }

            var wanted = await market.LoadLevelsAsync(name, cancellationToken);
            var found = await FindAsync([target], catalog, cancellationToken);
            foreach (var (direction, subscriptions) in Directions.Zip(found))
            {
                wanted.Restore(
                    target,
                    MetricId.Price,
                    direction,
                    [.. subscriptions.Select(subscription => subscription.RuleLevel.Level.Units).Distinct().Order()]
                );
            }

            page.Release(symbol, day);
            return await market.SaveLevelsAsync(page, wanted, [target], cancellationToken);
        }
    }

    private static ShareSplit? Waiting(MarketPage? page, Symbol symbol, DateOnly day) =>
        page?.Splits.Find(taken => taken.Is(symbol, day) && taken.RulesWait)?.Split;

    /// <summary>The price rules on each target, down before up.</summary>
    private Task<IReadOnlyList<IReadOnlyList<Subscription>>> FindAsync(
        IEnumerable<Target> targets,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var ranges = targets.SelectMany(
            _ => Directions,
            (target, direction) => new CrossedRange(target, MetricId.Price, direction, LevelRange.All)
        );
        return subscriptions.FindAsync([.. ranges], catalog, cancellationToken);
    }
}
