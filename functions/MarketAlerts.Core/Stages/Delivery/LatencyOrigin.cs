using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Stages.Routing;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Says what the latency of a message is counted from. Pure.</summary>
/// <param name="waits">The group waits.</param>
public sealed class LatencyOrigin(GroupWait waits)
{
    /// <summary>The pace of a plan's message; null of one that tells of no incident.</summary>
    public MailLatency? Find(FlushPlan plan, MailClock clock)
    {
        AlertEntry[] alerts = [.. plan.Alerts];
        if (alerts.Length is 0)
        {
            return null;
        }

        var delay = clock.DataDelay ?? TimeSpan.Zero;
        var waited = plan
            .Taken.Where(taken => taken.Row.Hold is DeliveryReason.None)
            .SelectMany(taken => taken.Entries)
            .Where(entry => IsOfAQuote(entry, plan))
            .Select(entry => (Entry: entry, Due: waits.DueFrom(entry.SeenAt, [entry])))
            .ToArray();
        if (waited.Length > 0)
        {
            var (first, due) = waited.MinBy(next => next.Due);
            return new MailLatency(
                first.MarketTime,
                first.SeenAt,
                clock.Sent,
                due > first.SeenAt ? due - first.SeenAt : TimeSpan.Zero,
                delay
            );
        }

        var newest = alerts.MaxBy(entry => entry.MarketTime)!;
        return new MailLatency(IsOfAQuote(newest, plan) ? newest.MarketTime : null, newest.SeenAt, clock.Sent, null, delay);
    }

    /// <summary>
    /// A rule that fired or what an incident became by a quote; not the steps that wait on purpose, and not news, which come as often as
    /// their feed is polled.
    /// </summary>
    private static bool IsOfAQuote(AlertEntry entry, FlushPlan plan) =>
        entry.Kind is EntryKind.Rule or EntryKind.Escalated or EntryKind.MemberNotable
        && entry.Rules.All(rule => rule.Terms.AndNews is null)
        && plan.Carried.FirstOrDefault(incident => incident.Id == entry.IncidentId) is { News: null };
}
