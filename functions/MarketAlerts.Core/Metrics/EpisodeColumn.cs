using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Metrics;

/// <summary>
/// The episodes of one metric in one direction, a row a symbol. Level units lie in single precision, half the memory of a poll: exact up to
/// 2^24, which is 1,677 % or times, and to one part in 16 million beyond.
/// </summary>
public sealed class EpisodeColumn
{
    /// <summary>The extreme, in level units.</summary>
    public Column<float> Extreme { get; } = new(0);

    /// <summary>
    /// Since when the value is at or below half the extreme: second of the UTC day, which no session leaves; 0 while it is not.
    /// </summary>
    public Column<float> HalfSince { get; } = new(0);

    /// <summary>
    /// No wanted level above the extreme lies below this; infinite when there is none. The nearest itself, or until it is looked up the
    /// next number after the extreme. Never stored.
    /// </summary>
    public Column<float> NextLevel { get; } = new(float.Epsilon);

    /// <summary>
    /// The nearest wanted level at or below the extreme, infinitely low when there is none; NaN until it is looked up. Never stored.
    /// </summary>
    public Column<float> LevelReached { get; } = new(float.NaN);

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Extreme.Grow(rows);
        HalfSince.Grow(rows);
        NextLevel.Grow(rows);
        LevelReached.Grow(rows);
    }

    /// <summary>Begins new episodes of some symbols.</summary>
    public void Begin(IReadOnlyList<int> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            Extreme[rows[index]] = 0;
            HalfSince[rows[index]] = 0;
            ForgetLevels(rows[index]);
        }
    }

    /// <summary>Has the levels next to an extreme looked up again.</summary>
    public void ForgetLevels(int row) => (NextLevel[row], LevelReached[row]) = (MathF.BitIncrement(Extreme[row]), float.NaN);
}
