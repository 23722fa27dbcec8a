namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Spreads the cleaning over the night: a night without trading has 48 runs, ten minutes apart, and each part of a table has its turn in one of them. So a run does a
/// forty-eighth of the work, and nothing need be remembered. Pure.
/// </summary>
public static class CleaningSchedule
{
    /// <summary>How many turns there are: as many as runs between 20:00 and 04:00 in New York.</summary>
    public const int Slots = 48;

    private const int KindsApart = 5; // Kinds of a single part do not all have the first turn.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    /// <summary>Whether a part has its turn.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="part">Its number among the parts of that kind.</param>
    /// <param name="now">The time.</param>
    public static bool Is(RetainedKind kind, int part, DateTimeOffset now) =>
        (part + ((int)kind * KindsApart)) % Slots == now.UtcTicks / Apart.Ticks % Slots;
}
