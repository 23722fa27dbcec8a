namespace MarketAlerts.Core.Stages.Metering;

/// <summary>How many alerts took how long: counts between fixed bounds, so that what several instances saw adds up.</summary>
/// <param name="Counts">One count a step: up to each of <see cref="Bounds"/>, included, and beyond the last.</param>
public sealed record LatencyHistogram(IReadOnlyList<long> Counts)
{
    private const double Share = 0.95;

    /// <summary>The upper bounds of the steps, in seconds.</summary>
    public static IReadOnlyList<double> Bounds { get; } =
    [5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 600, 1_200, 1_800, 3_600];

    /// <summary>Nothing yet.</summary>
    public static LatencyHistogram Empty { get; } = new(new long[Bounds.Count + 1]);

    /// <summary>How many alerts.</summary>
    public long Count => Counts.Sum();

    /// <summary>Of these times; a negative one counts as none.</summary>
    public static LatencyHistogram FromLatencies(IEnumerable<TimeSpan> latencies)
    {
        var counts = new long[Bounds.Count + 1];
        foreach (var latency in latencies)
        {
            counts[Bounds.TakeWhile(bound => latency.TotalSeconds > bound).Count()]++;
        }

        return new LatencyHistogram(counts);
    }

    /// <summary>Both together.</summary>
    public LatencyHistogram With(LatencyHistogram other) => new([.. Counts.Zip(other.Counts, (mine, theirs) => mine + theirs)]);

    /// <summary>
    /// The time within which 95 % were, in seconds: within a step taken as evenly spread, beyond the last bound as that bound. Of fewer
    /// than 20 the slowest one is left out, so that no single outlier makes the figure. 0 of none.
    /// </summary>
    public double P95()
    {
        var rank = Math.Min(Share * Count, Count - 1);
        var (below, lower) = (0L, 0.0);
        for (var step = 0; step < Bounds.Count; step++)
        {
            if (Counts[step] > 0 && below + Counts[step] >= rank)
            {
                return lower + ((Bounds[step] - lower) * (rank - below) / Counts[step]);
            }

            (below, lower) = (below + Counts[step], Bounds[step]);
        }

        return Count is 0 ? 0 : lower;
    }
}
