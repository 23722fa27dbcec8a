namespace MarketAlerts.Core.Stages.Operations;

/// <summary>Whether the parts that everything rests on can be read.</summary>
/// <param name="CheckedAt">When that was looked up (UTC).</param>
/// <param name="Parts">Whether each part could be read, by name.</param>
public sealed record HealthReport(DateTimeOffset CheckedAt, IReadOnlyList<(string Name, bool IsRead)> Parts)
{
    /// <summary>Whether all of them could.</summary>
    public bool IsWell => Parts.All(part => part.IsRead);
}
