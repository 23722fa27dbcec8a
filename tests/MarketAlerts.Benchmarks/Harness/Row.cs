namespace MarketAlerts.Benchmarks.Harness;

/// <summary>One figure.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Contender">Who.</param>
/// <param name="Kind">What the contender is in the comparison.</param>
/// <param name="Median">The middle of the repetitions.</param>
/// <param name="Min">The best of them, which a busy machine disturbs least.</param>
/// <param name="Unit">Of what, for what.</param>
internal sealed record Row(string Workload, string Contender, ContenderKind Kind, double Median, double Min, string Unit)
{
    /// <summary>A figure that repeats exactly, such as a count of requests.</summary>
    public static Row Exact(string workload, string contender, ContenderKind kind, double value, string unit) =>
        new(workload, contender, kind, value, value, unit);
}
