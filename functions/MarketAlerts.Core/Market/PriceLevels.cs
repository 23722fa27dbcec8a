namespace MarketAlerts.Core.Market;

/// <summary>
/// Between which prices no wanted level lies that was not told, in level units; infinite where there is none at all. The nearest levels
/// themselves, or until they are looked up the next ones beside what was told. Never stored.
/// </summary>
public sealed class PriceLevels
{
    /// <summary>No <c>below</c> level that was not told lies above this.</summary>
    public Column<double> Below { get; } = new(double.NegativeInfinity);

    /// <summary>No <c>above</c> level that was not told lies below this.</summary>
    public Column<double> Above { get; } = new(double.PositiveInfinity);

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Below.Grow(rows);
        Above.Grow(rows);
    }
}
