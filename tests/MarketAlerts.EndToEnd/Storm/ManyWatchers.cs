using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.EndToEnd.Storm;

/// <summary>Rules in memory, by what they are about: the finding of rules is another test's matter.</summary>
/// <param name="watchers">All of them.</param>
internal sealed class ManyWatchers(IEnumerable<Watcher> watchers) : IWatcherStore
{
    private readonly ILookup<(Target, MetricId, Direction), Watcher> _watchers = watchers.ToLookup(watcher =>
        (watcher.Watch.Target, watcher.Watch.Metric, watcher.Watch.Direction)
    );

    public Task<IReadOnlyList<IReadOnlyList<Watcher>>> FindAsync(
        IReadOnlyList<WatchedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Watcher>>>([
            .. ranges.Select(range =>
                _watchers[(range.Target, range.Metric, range.Direction)]
                    .Where(watcher => range.Levels.Contains(watcher.Watch.Level.Units))
                    .ToArray()
            ),
        ]);

    public Task AddAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ShelvedWatcher> ReadAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(ShelvedWatcher watcher, CancellationToken cancellationToken) => throw new NotSupportedException();
}
