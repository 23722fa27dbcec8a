namespace MarketAlerts.Core.Levels;

/// <summary>
/// The extreme of an episode moved from <paramref name="From"/> to <paramref name="To"/> (level units): the rules with a level passed on
/// the way fire, once. Percent metrics count by magnitude, so they rise in both directions; a falling price really falls.
/// </summary>
/// <param name="Metric">Which metric.</param>
/// <param name="Direction">Which way.</param>
/// <param name="From">The extreme before.</param>
/// <param name="To">The extreme now.</param>
public readonly record struct Crossing(MetricId Metric, Direction Direction, long From, long To)
{
    /// <summary>The levels passed: (From, To], or [To, From) for a falling price, where touching the level counts.</summary>
    public LevelRange Levels =>
        Metric is MetricId.Price && Direction is Direction.Down ? new LevelRange(To, From) : new LevelRange(From + 1, To + 1);
}

/// <summary>Which way a metric moves.</summary>
public enum Direction
{
    /// <summary>Falling.</summary>
    Down = 0,

    /// <summary>Rising.</summary>
    Up = 1,
}
