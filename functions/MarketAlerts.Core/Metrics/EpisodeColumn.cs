using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Metrics;

/// <summary>The episodes of one metric in one direction, a row a symbol.</summary>
public sealed class EpisodeColumn
{
    /// <summary>The extreme, in level units.</summary>
    public Column<double> Extreme { get; } = new(0);

    /// <summary>Since when the value is at or below half the extreme: seconds since 1970, 0 while it is not.</summary>
    public Column<double> HalfSince { get; } = new(0);

    /// <summary>The nearest wanted level above the extreme, infinite when there is none; NaN until it is looked up. Never stored.</summary>
    public Column<double> NextLevel { get; } = new(double.NaN);

    /// <summary>The nearest wanted level at or below the extreme, infinitely low when there is none. Counts only while the next level is known. Never stored.</summary>
    public Column<double> LevelReached { get; } = new(double.NegativeInfinity);

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Extreme.Grow(rows);
        HalfSince.Grow(rows);
        NextLevel.Grow(rows);
        LevelReached.Grow(rows);
    }

    /// <summary>Begins a new episode of a symbol.</summary>
    public void Begin(int row)
    {
        Extreme[row] = 0;
        HalfSince[row] = 0;
        NextLevel[row] = double.NaN;
    }
}
