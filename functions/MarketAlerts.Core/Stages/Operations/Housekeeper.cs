using MarketAlerts.Core.Market.Calendar;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Keeps house while the regular session is closed: publishes what a crash left pending where no poll comes by any more, and, while there is no trading at all, removes
/// old rows, each part of a table once a night. A crash leaves rows to a later run.
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
        "Housekeeping published what was left pending on {Places}: an instance ended between saving and publishing, and no poll came after it.",
        EventName = "PendingSwept"
    )]
    private partial void LogSwept(string places);
}
