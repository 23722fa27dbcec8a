using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Universe;

/// <summary>
/// The distinct levels that anybody asked for, by target: a symbol, a basket, or any of a basket. Detection
/// publishes only what somebody wants.
/// </summary>
public sealed class WantedLevels
{
    private readonly Dictionary<Target, SortedDictionary<(MetricId Metric, Direction Direction), long[]>> _levels = [];

    /// <summary>The targets that have levels.</summary>
    public IEnumerable<Target> Targets => _levels.Keys;

    /// <summary>How many levels there are.</summary>
    public int Count => _levels.Values.SelectMany(streams => streams.Values).Sum(levels => levels.Length);

    /// <summary>The targets whose levels count for a symbol: itself and any of its baskets.</summary>
    public static IEnumerable<Target> TargetsOf(Symbol symbol, Catalog catalog) =>
        catalog.BasketsOf(symbol).Select(basket => Target.OfAnyIn(basket.Name)).Prepend(Target.OfSymbol(symbol));

    /// <summary>The levels of one target, sorted; not to be changed.</summary>
    public IEnumerable<(MetricId Metric, Direction Direction, long[] Levels)> LevelsOf(Target target) =>
        _levels.TryGetValue(target, out var streams) ? streams.Select(pair => (pair.Key.Metric, pair.Key.Direction, pair.Value)) : [];

    /// <summary>Adds levels; returns whether any was new.</summary>
    public bool Add(Target target, MetricId metric, Direction direction, params IEnumerable<long> levels)
    {
        if (!_levels.TryGetValue(target, out var streams))
        {
            _levels[target] = streams = [];
        }

        var known = streams.GetValueOrDefault((metric, direction), []);
        long[] merged = [.. known.Union(levels).Order()];
        streams[(metric, direction)] = merged;
        return merged.Length > known.Length;
    }

    /// <summary>Takes over sorted, distinct levels as they are, as read from storage.</summary>
    public void Restore(Target target, MetricId metric, Direction direction, long[] sorted)
    {
        if (!_levels.TryGetValue(target, out var streams))
        {
            _levels[target] = streams = [];
        }

        streams[(metric, direction)] = sorted;
    }

    /// <summary>Removes a level; returns whether it was there.</summary>
    public bool Remove(Target target, MetricId metric, Direction direction, long level)
    {
        if (
            !_levels.TryGetValue(target, out var streams)
            || !streams.TryGetValue((metric, direction), out var known)
            || !known.Contains(level)
        )
        {
            return false;
        }

        streams[(metric, direction)] = [.. known.Where(other => other != level)];
        return true;
    }

    /// <summary>Whether somebody asked for a level of a basket that a crossing passed.</summary>
    public bool Wants(Target target, Crossing crossing) =>
        _levels.TryGetValue(target, out var streams)
        && streams.TryGetValue((crossing.Metric, crossing.Direction), out var sorted)
        && crossing.Levels.ContainsAny(sorted);
}
