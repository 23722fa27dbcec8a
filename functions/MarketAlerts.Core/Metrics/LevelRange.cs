namespace MarketAlerts.Core.Metrics;

/// <summary>A half-open range of levels, <c>[From, To)</c>, as a table reads it.</summary>
/// <param name="From">First level inside, in level units.</param>
/// <param name="To">First level behind the end, in level units.</param>
public readonly record struct LevelRange(long From, long To)
{
    /// <summary>Whether a level lies inside.</summary>
    public bool Contains(long units) => units >= From && units < To;

    /// <summary>Whether any of the sorted levels lies inside.</summary>
    public bool ContainsAny(ReadOnlySpan<long> sorted)
    {
        var index = sorted.BinarySearch(From);
        index = index < 0 ? ~index : index;
        return index < sorted.Length && sorted[index] < To;
    }
}
