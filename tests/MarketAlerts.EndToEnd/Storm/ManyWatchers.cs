using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.EndToEnd.Storm;

/// <summary>Rules in memory, by what they are about: the finding of rules is another test's matter.</summary>
/// <param name="watchers">All of them.</param>
internal sealed class ManyWatchers(IEnumerable<Watcher> watchers) : IWatcherStore
{
    private readonly ILookup<(Target, MetricId, Direction), Watcher> _watchers = watchers.ToLookup(watcher => (watcher.Watch.Target, watcher.Watch.Metric, watcher.Watch.Direction));

    public Task<IReadOnlyList<Watcher>> FindAsync(
        Target target, MetricId metric, Direction direction, LevelRange levels, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Watcher>>([.. _watchers[(target, metric, direction)].Where(watcher => levels.Contains(watcher.Watch.Level.Units))]);

    public Task AddAsync(Watcher watcher, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(Watcher watcher, CancellationToken cancellationToken) => throw new NotSupportedException();
}
