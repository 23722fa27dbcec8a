using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

/// <summary>Watchers in memory.</summary>
internal sealed class RememberedWatchers : IWatcherStore
{
    private readonly List<Watcher> _watchers = [];
    private Catalog? _catalog;

    /// <summary>Called before each write: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Every row: level, rule and whose.</summary>
    public IEnumerable<string> Rows =>
        _watchers.Select(watcher => $"{watcher.Watch.Level.Units} {watcher.Rule} {watcher.Subscriber}").Order(StringComparer.Ordinal);

    public Task AddAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _catalog = catalog;
        _watchers.Remove(watcher);
        _watchers.Add(watcher);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(Watcher watcher, Catalog catalog, CancellationToken cancellationToken)
    {
        Writing?.Invoke("watcher");
        _watchers.Remove(watcher);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<IReadOnlyList<Watcher>>> FindAsync(
        IReadOnlyList<WatchedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Watcher>>>([
            .. ranges.Select(range => _watchers.Where(watcher => IsIn(range, watcher.Watch)).ToArray()),
        ]);

    /// <summary>Everything lies where the catalog of the last call has it.</summary>
    public IAsyncEnumerable<ShelvedWatcher> ReadAllAsync(CancellationToken cancellationToken) =>
        _watchers
            .Select(watcher => new ShelvedWatcher(_catalog?.ShelfOf(watcher.Watch.Target) ?? "", watcher))
            .ToArray()
            .ToAsyncEnumerable();

    public Task RemoveAsync(ShelvedWatcher watcher, CancellationToken cancellationToken) =>
        RemoveAsync(watcher.Watcher, _catalog!, cancellationToken);

    private static bool IsIn(WatchedRange range, Watch watch) =>
        watch.Target == range.Target
        && watch.Metric == range.Metric
        && watch.Direction == range.Direction
        && range.Levels.Contains(watch.Level.Units);
}
