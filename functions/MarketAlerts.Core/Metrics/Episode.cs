namespace MarketAlerts.Core.Metrics;

/// <summary>The extremes of one episode, per metric and direction.</summary>
public static class Episode
{
    /// <summary>Takes a signed value into a pair of extremes (falling, rising), by magnitude; adds the crossing if an extreme moved.</summary>
    public static void Take(MetricId metric, double value, Span<long> fallingAndRising, ICollection<Crossing> crossings)
    {
        var direction = value < 0 ? Direction.Down : Direction.Up;
        var reached = Level.Of(Math.Abs(value)).Units;
        ref var extreme = ref fallingAndRising[(int)direction];
        if (reached > extreme)
        {
            crossings.Add(new Crossing(metric, direction, extreme, reached));
            extreme = reached;
        }
    }
}
