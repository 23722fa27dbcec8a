namespace MarketAlerts.Core.Quotes;

/// <summary>The wanted price levels next to what was told of each symbol; NaN until looked up, infinite when there is none. Never stored.</summary>
public sealed class PriceLevels
{
    /// <summary>The nearest <c>below</c> level that was not told.</summary>
    public Column<double> Below { get; } = new(double.NaN);

    /// <summary>The nearest <c>above</c> level that was not told.</summary>
    public Column<double> Above { get; } = new(double.NaN);

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Below.Grow(rows);
        Above.Grow(rows);
    }
}
