namespace MarketAlerts.Core.Levels;

/// <summary>A half-open range of levels, <c>[From, To)</c>, as a table reads it.</summary>
/// <param name="From">First level inside, in level units.</param>
/// <param name="To">First level behind the end, in level units.</param>
public readonly record struct LevelRange(long From, long To)
{
    /// <summary>Every level that a key of 14 digits can hold.</summary>
    public static LevelRange All { get; } = new(0, 99_999_999_999_999);

    /// <summary>Whether a level lies inside.</summary>
    public bool Contains(long units) => units >= From && units < To;

    /// <summary>Whether any of the sorted levels lies inside.</summary>
    public bool ContainsAny(ReadOnlySpan<long> sorted)
    {
        var index = FirstAtOrAbove(sorted, From);
        return index < sorted.Length && sorted[index] < To;
    }

    /// <summary>Where the first of the sorted levels at or above a value stands; their number when there is none.</summary>
    public static int FirstAtOrAbove(ReadOnlySpan<long> sorted, long units)
    {
        var (first, end) = (0, sorted.Length);
        while (first < end)
        {
            var middle = (first + end) >>> 1;
            if (sorted[middle] < units)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first;
    }
}
