using MarketAlerts.Core.Market.Calendar;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Keeps house while the regular session is closed: publishes what a crash left pending where no poll comes by any more, and, while there
/// is no trading at all, removes old rows, each part of a table once a night. A crash leaves rows to a later run.
/// </summary>
public sealed partial class Housekeeper(
    MarketClock clock,
    PendingSweep sweep,
    IRetentionStore rows,
    RetentionOptions options,
    ILogger<Housekeeper> logger
)
{
    /// <summary>One run; returns how many rows it removed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var part = clock.Calendar.PartAt(clock.Now);
        if (part is SessionPart.Regular)
        {
            return 0; // A poll a minute publishes what is pending.
        }

        var swept = await sweep.SweepAsync(cancellationToken);
        if (swept.Count > 0)
        {
            LogSwept(string.Join(' ', swept));
        }

        return part is SessionPart.Closed ? await CleanAsync(clock.Now, cancellationToken) : 0;
    }

    private async Task<int> CleanAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = new Dictionary<RetainedKind, int>();
        foreach (var kind in Enum.GetValues<RetainedKind>())
        {
            var parts = await rows.PartsAsync(kind, cancellationToken);
            foreach (var (_, part) in parts.Index().Where(next => CleaningSchedule.Is(kind, next.Index, now)))
            {
                var left = options.RowsPerRun - removed.Values.Sum();
                removed[kind] =
                    removed.GetValueOrDefault(kind)
                    + (left > 0 ? await rows.RemoveAsync(kind, part, now.AddDays(-options.DaysOf(kind)), left, cancellationToken) : 0);
            }
        }

        var total = removed.Values.Sum();
        if (total > 0)
        {
            LogRemoved(total, string.Join(", ", removed.Where(pair => pair.Value > 0).Select(pair => $"{pair.Key} {pair.Value}")));
        }

        return total;
    }

    [LoggerMessage(1051, LogLevel.Information, "Housekeeping removed {Count} old rows: {Kinds}.", EventName = "OldRowsRemoved")]
    private partial void LogRemoved(int count, string kinds);

    [LoggerMessage(
        1052,
        LogLevel.Warning,
        "Housekeeping published what was left pending on {Places}: an instance ended between saving and publishing, and no poll "
            + "came after it.",
        EventName = "PendingSwept"
    )]
    private partial void LogSwept(string places);
}

/// <summary>
/// Spreads the cleaning over the night: a night without trading has 48 runs, ten minutes apart, and each part of a table has its turn in
/// one of them. So a run does a forty-eighth of the work, and nothing need be remembered. Pure.
/// </summary>
internal static class CleaningSchedule
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
