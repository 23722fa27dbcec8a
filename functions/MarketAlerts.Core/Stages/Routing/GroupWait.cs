using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// How long an item waits for company before it goes out: the group wait. It sets only the first due time and holds nothing.
/// </summary>
/// <param name="options">The waits.</param>
public sealed class GroupWait(DeliveryOptions options)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>
    /// When the entries are due: their wait, counted from the last full ten seconds, so that what the pages of one poll make is due at the
    /// same moment and each bucket is flushed once for all of it.
    /// </summary>
    public DateTimeOffset DueFrom(DateTimeOffset now, IEnumerable<AlertEntry> entries) =>
        now.AddTicks(-(now.UtcTicks % Step.Ticks)) + WaitOf(entries);

    /// <summary>The shortest wait of the entries.</summary>
    public TimeSpan WaitOf(IEnumerable<AlertEntry> entries) => entries.Min(WaitOf);

    private TimeSpan WaitOf(AlertEntry entry) =>
        entry switch
        {
            { Kind: EntryKind.MemberNotable } => TimeSpan.FromMinutes(options.MemberUpdateWaitMinutes),
            { Kind: EntryKind.Recovered or EntryKind.Reopened or EntryKind.CloseOfDay or EntryKind.NextSession } => options.WaitOf(
                Severity.Plain
            ),
            _ => options.WaitOf(entry.Severity),
        };
}
