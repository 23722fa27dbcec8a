using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Detection;

/// <summary>What is known of one basket between two looks: its extremes, and what was detected and not published yet.</summary>
/// <param name="name">The basket's name.</param>
public sealed class BasketState(string name)
{
    /// <summary>The basket's name.</summary>
    public string Name { get; } = name;

    /// <summary>The session the extremes belong to.</summary>
    public DateOnly? Session { get; set; }

    /// <summary>Extremes in level units: median falling, rising; breadth falling, rising; tier falling, rising.</summary>
    public long[] Extremes { get; } = new long[6];

    /// <summary>Crossings saved and not yet published, with the reading they were detected on.</summary>
    public PendingBasketEvents? Pending { get; set; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; set; }

    /// <summary>
    /// Takes a signed value into a pair of extremes (falling, rising), by magnitude; adds the crossing if an extreme moved.
    /// </summary>
    public static void Take(MetricId metric, double value, Span<long> fallingAndRising, ICollection<Crossing> crossings)
    {
        var direction = value < 0 ? Direction.Down : Direction.Up;
        var reached = Level.FromValue(Math.Abs(value)).Units;
        ref var extreme = ref fallingAndRising[(int)direction];
        if (reached > extreme)
        {
            crossings.Add(new Crossing(metric, direction, extreme, reached));
            extreme = reached;
        }
    }
}

/// <summary>Events of a basket that were saved with its state and not yet published.</summary>
/// <param name="LookedAt">The look that detected them; their messages' ids come from it.</param>
/// <param name="Events">The events.</param>
public sealed record PendingBasketEvents(DateTimeOffset LookedAt, IReadOnlyList<MarketEvent> Events);
