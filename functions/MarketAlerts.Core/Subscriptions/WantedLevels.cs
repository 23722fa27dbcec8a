using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>The distinct levels that anybody asked for, by symbol or basket name: detection publishes only what somebody wants.</summary>
public sealed class WantedLevels
{
    private readonly Dictionary<(string Name, MetricId Metric, Direction Direction), long[]> _levels = [];

    /// <summary>All levels, for storage.</summary>
    public IEnumerable<(string Name, MetricId Metric, Direction Direction, IReadOnlyList<long> Levels)> All =>
        _levels.Select(pair => (pair.Key.Name, pair.Key.Metric, pair.Key.Direction, (IReadOnlyList<long>)pair.Value));

    /// <summary>The names that have levels.</summary>
    public IEnumerable<string> Names => _levels.Keys.Select(key => key.Name).Distinct();

    /// <summary>A copy that can be changed without touching this one.</summary>
    public WantedLevels Copy()
    {
        var copy = new WantedLevels();
        foreach (var (key, levels) in _levels)
        {
            copy._levels[key] = levels;
        }

        return copy;
    }

    /// <summary>Adds levels; returns whether any was new.</summary>
    public bool Add(string name, MetricId metric, Direction direction, params IEnumerable<long> levels)
    {
        var known = _levels.GetValueOrDefault((name, metric, direction), []);
        var merged = known.Union(levels).Order().ToArray();
        _levels[(name, metric, direction)] = merged;
        return merged.Length > known.Length;
    }

    /// <summary>Whether somebody asked for a level that a crossing passed.</summary>
    public bool Wants(string name, Crossing crossing) =>
        _levels.TryGetValue((name, crossing.Metric, crossing.Direction), out var sorted) && crossing.Levels.ContainsAny(sorted);
}
