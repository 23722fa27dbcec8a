using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Core.Pipeline;

/// <summary>How long an item waits for company before it goes out: the group wait. It sets only the first due time and holds nothing.</summary>
/// <param name="options">The waits.</param>
public sealed class GroupWait(DeliveryOptions options)
{
    /// <summary>The shortest wait of the entries.</summary>
    public TimeSpan Of(IEnumerable<AlertEntry> entries) => entries.Min(Of);

    private TimeSpan Of(AlertEntry entry) => entry switch
    {
        { Kind: EntryKind.MemberNotable } => TimeSpan.FromMinutes(options.MemberUpdateWaitMinutes),
        { Kind: EntryKind.Recovered or EntryKind.Reopened or EntryKind.CloseOfDay or EntryKind.NextSession } => options.WaitOf(Severity.Plain),
        _ => options.WaitOf(entry.Severity),
    };
}
