namespace MarketAlerts.Benchmarks.Harness;

/// <summary>A promise about our figure beside another, best of the repetitions with best.</summary>
/// <param name="Name">The promise in words.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Unit">The unit of both figures.</param>
/// <param name="Other">The start of the other contender's name, or null for a figure that stands for itself.</param>
/// <param name="Most">Ours is at most this many times the other's, or at most this.</param>
internal sealed record Goal(string Name, string Workload, string Unit, string? Other, double Most)
{
    /// <summary>Whether the other is a program that need not be there; then the goal is left out.</summary>
    public bool NeedsInstalled { get; init; }

    /// <summary>Our share of what the goal allows: up to 1 it is met; null when a figure is missing.</summary>
    public double? Spent(IReadOnlyList<Row> rows)
    {
        var same = rows.Where(row => row.Workload == Workload && row.Unit == Unit).ToArray();
        var ours = same.FirstOrDefault(row => row.Kind is ContenderKind.Ours);
        var other = Other is null ? 1 : same.FirstOrDefault(row => row.Contender.StartsWith(Other, StringComparison.Ordinal))?.Min;
        return ours?.Min / other / Most;
    }
}
