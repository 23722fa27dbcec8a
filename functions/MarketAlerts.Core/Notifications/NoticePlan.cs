using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications.Channels;

namespace MarketAlerts.Core.Notifications;

/// <summary>A mail that holds only notices: it stands in the place of an incident that nobody opened, with nobody in it.</summary>
internal static class NoticePlan
{
    /// <summary>What becomes of items of which no incident is there: notices go out, alerts are dropped.</summary>
    public static FlushPlan Of(Mailbox mailbox)
    {
        var notices = mailbox.Items.Where(item => item.Item.Entries.Any(entry => entry.Notice is not null)).ToArray();
        var dropped = mailbox.Items.Except(notices).Select(item => new HeldItem(item.Row, null, "dropped", "Its incident is gone."));
        var entries = notices.SelectMany(item => item.Item.Entries).Where(entry => entry.Notice is not null).ToArray();
        var symbols = string.Join(", ", entries.SelectMany(entry => entry.Symbols).Distinct());
        return new FlushPlan([.. dropped], notices, [.. entries.Select(PlaceOf).DistinctBy(place => place.Id)], MailKind.Notice, $"You have rules on the price of {symbols}.");
    }

    /// <summary>The mail.</summary>
    public static AlertMail Compose(FlushPlan plan, Mailbox mailbox, MailSurroundings around)
    {
        var (lead, notices) = (plan.Carried[0], plan.Notices);
        var newest = plan.Entries.MaxBy(entry => entry.MarketTime)!;
        var title = notices.Count is 1 ? notices[0].Title : $"{notices[0].Title}, and {notices.Count - 1} more";
        var messageId = $"<{lead.Id}.{mailbox.NumberOfNext(lead.Id)}.{mailbox.Subscriber!.Id}@{around.Domain}>";
        var story = new MailStory(MailKind.Notice, title + ".", lead.Id, lead.Target.Display, lead.Direction, lead.Severity, [], [], [], [], []);
        return new AlertMail(
            ChannelAddress.Email(mailbox.Subscriber.Email), mailbox.Subscriber.TimeZone, title, story,
            new MailThread(messageId, []), [], plan.Reason, new MailClock(newest.MarketTime, newest.SeenAt, around.Now, false), 0, around.Links)
        {
            Notices = [.. notices.Select(notice => notice.Text)],
        };
    }

    private static Incident PlaceOf(AlertEntry notice) => new(
        notice.IncidentId, notice.Session, $"s.{notice.Symbols[0]}", Direction.Up, notice.MarketTime, notice.Severity, null, null,
        [], Array.Empty<MemberReading>(), [], [], new Dictionary<string, IncidentChange>());
}
