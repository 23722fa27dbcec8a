using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Ports;

/// <summary>Who watches which level: derived from the profiles, one row a rule, direction and level, with the terms of the rule.</summary>
public interface IWatcherStore
{
    /// <summary>Adds a watcher; adding it again changes nothing.</summary>
    Task AddAsync(Watcher watcher, CancellationToken cancellationToken);

    /// <summary>Removes a watcher; removing it again changes nothing.</summary>
    Task RemoveAsync(Watcher watcher, CancellationToken cancellationToken);

    /// <summary>The watchers with a level in a range, by level, then subscriber.</summary>
    Task<IReadOnlyList<Watcher>> FindAsync(Target target, MetricId metric, Direction direction, LevelRange levels, CancellationToken cancellationToken);
}
