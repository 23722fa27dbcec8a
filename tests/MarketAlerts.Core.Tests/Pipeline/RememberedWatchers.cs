using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

/// <summary>Watchers in memory.</summary>
internal sealed class RememberedWatchers : IWatcherStore
{
    private readonly List<Watcher> _watchers = [];

    /// <summary>Called before each write: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Every row: level, rule and whose.</summary>
    public IEnumerable<string> Rows => _watchers.Select(watcher => $"{watcher.Watch.Level.Units} {watcher.Rule} {watcher.Subscriber}").Order(StringComparer.Ordinal);

    public Task AddAsync(Watcher watcher, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _watchers.Remove(watcher);
        _watchers.Add(watcher);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(Watcher watcher, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _watchers.Remove(watcher);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Watcher>> FindAsync(
        Target target, MetricId metric, Direction direction, LevelRange levels, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Watcher>>(
        [
            .. _watchers.Where(watcher => watcher.Watch.Target == target && watcher.Watch.Metric == metric
                && watcher.Watch.Direction == direction && levels.Contains(watcher.Watch.Level.Units)),
        ]);
}
