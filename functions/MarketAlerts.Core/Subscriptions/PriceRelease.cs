using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>
/// Lets the price rules on a symbol go on after a split: the page's wanted levels become those of the watchers, and the hold ends, in one write against the version
/// read before the watchers, so that a rule entered meanwhile is not lost.
/// </summary>
public sealed class PriceRelease(IMarketStore market, IWatcherStore watchers)
{
    private const int Attempts = 10;

    /// <summary>The split of a symbol for which price rules still wait, or null when none do.</summary>
    public async Task<ShareSplit?> WaitingAsync(string page, Symbol symbol, DateOnly day, CancellationToken cancellationToken) =>
        Waiting(await market.LoadPageAsync(page, cancellationToken), symbol, day);

    /// <summary>Everybody with a rule on the price of some targets, in order.</summary>
    public async Task<IReadOnlyList<SubscriberId>> OwnersAsync(IEnumerable<Target> targets, CancellationToken cancellationToken)
    {
        var owners = new SortedSet<SubscriberId>();
        foreach (var target in targets)
        {
            owners.UnionWith((await FindAsync(target, Direction.Down, cancellationToken)).Select(watcher => watcher.Subscriber));
            owners.UnionWith((await FindAsync(target, Direction.Up, cancellationToken)).Select(watcher => watcher.Subscriber));
        }

        return [.. owners];
    }

    /// <summary>Ends the hold; does nothing when somebody did before.</summary>
    public async Task ReleaseAsync(string name, Symbol symbol, DateOnly day, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var page = await market.LoadPageAsync(name, cancellationToken);
            if (page is null || Waiting(page, symbol, day) is null)
            {
                return;
            }

            var wanted = await market.LoadLevelsAsync(name, cancellationToken);
            foreach (var direction in (Direction[])[Direction.Down, Direction.Up])
            {
                var found = await FindAsync(Target.OfSymbol(symbol), direction, cancellationToken);
                wanted.Restore(symbol.Text, MetricId.Price, direction, [.. found.Select(watcher => watcher.Watch.Level.Units).Distinct().Order()]);
            }

            page.Release(symbol, day);
            if (await market.SaveLevelsAsync(page, wanted, [symbol.Text], cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Page {name} kept changing while the price rules on {symbol} were released; the message is delivered again.");
    }

    private static ShareSplit? Waiting(MarketPage? page, Symbol symbol, DateOnly day) =>
        page?.Splits.Find(taken => taken.Is(symbol, day) && taken.RulesWait)?.Split;

    private Task<IReadOnlyList<Watcher>> FindAsync(Target target, Direction direction, CancellationToken cancellationToken) =>
        watchers.FindAsync(target, MetricId.Price, direction, LevelRange.All, cancellationToken);
}
