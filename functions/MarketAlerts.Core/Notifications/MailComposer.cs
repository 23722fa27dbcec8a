using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications;

/// <summary>Composes the one message of a flush from its plan. Pure: everything arrives as an argument.</summary>
/// <param name="wording">The words.</param>
/// <param name="calendar">The market's hours.</param>
/// <param name="bars">The bars, which subjects quote.</param>
/// <param name="options">When news counts as late.</param>
public sealed class MailComposer(MailWording wording, MarketCalendar calendar, BarOptions bars, DeliveryOptions options)
{
    /// <summary>Composes.</summary>
    public AlertMail Compose(FlushPlan plan, Mailbox mailbox, Catalog catalog, MailSurroundings around)
    {
        if (plan.Kind is MailKind.Notice)
        {
            return NoticePlan.Compose(plan, mailbox, around);
        }

        var lead = around.Scene.Renew(plan.Carried[0]);
        var members = MembersOf(plan, lead);
        var size = catalog.Baskets.TryGetValue(lead.Target.Name, out var basket) && lead.Target.IsBasket ? basket.Members.Count : 1;
        var root = mailbox.Mails.FirstOrDefault(mail => mail.Carried.Intersect(plan.Carried.Select(incident => incident.Id)).Any());
        var story = new MailStory(
            plan.Kind,
            NewsOf(plan) is { } news ? NewsWording.Headline(news) : MailWording.Headline(lead, plan.Kind, members, size, bars.JoiningPercent),
            lead.Id,
            lead.About,
            lead.Direction,
            lead.Severity,
            members,
            [.. lead.AlsoMoving.Select(reading => Line(reading, reading.Tier, false))],
            [.. lead.NotMoving.Select(reading => Line(reading, reading.Tier, false))],
            ChecksOf(plan, lead, around),
            [.. around.Scene.Paths.OrderBy(path => members.FindIndex(member => member.Symbol == path.Symbol))])
        {
            AsOf = lead.Members.Select(member => (DateTimeOffset?)member.Reading.QuoteTime).Max(),
            Published = around.Published,
            IsNews = lead.News is not null,
        };
        return new AlertMail(
            ChannelAddress.Email(mailbox.Subscriber!.Email),
            mailbox.Subscriber.TimeZone,
            root?.Mail.Subject ?? wording.Subject(lead, members, size, bars.JoiningPercent),
            story,
            ThreadOf(mailbox, root, lead, around.Domain),
            [.. plan.Entries.SelectMany(entry => entry.Rules).Distinct()],
            plan.Reason,
            ClockOf(plan, around),
            plan.Carried.Count(incident => !incident.Target.IsBasket && incident.News is null && incident.Id != lead.Id),
            around.Links)
        {
            Notices = [.. plan.Notices.Select(notice => notice.Text)],
        };
    }

    /// <summary>The news, when nothing else makes this mail.</summary>
    private static NewsReading? NewsOf(FlushPlan plan)
    {
        var named = plan.Alerts.Select(entry => entry.IncidentId).Distinct().Select(id => plan.Carried.FirstOrDefault(incident => incident.Id == id)?.News).ToArray();
        return Array.TrueForAll(named, news => news is not null) ? named.MaxBy(news => news!.Time) : null;
    }

    private static List<MailMember> MembersOf(FlushPlan plan, Incident lead)
    {
        var fresh = plan.Entries.Where(entry => entry.Kind is not EntryKind.Rule && entry.IncidentId == lead.Id).SelectMany(entry => entry.Symbols).ToHashSet();
        return [.. lead.Members.Select(member => Line(member.Reading, member.HighestTier, fresh.Contains(member.Reading.Symbol)))];
    }

    private static MailMember Line(MemberReading reading, int tier, bool isNew) =>
        new(reading.Symbol, reading.Last, reading.DayMove, reading.OpenMove, reading.StandardDeviation, tier, isNew);

    private static MailThread ThreadOf(Mailbox mailbox, ClaimedMail? root, Incident lead, string domain)
    {
        var messageId = $"<{lead.Id}.{mailbox.NumberOfNext(lead.Id)}.{mailbox.Subscriber!.Id}@{domain}>";
        return new MailThread(messageId, root is null ? [] : [root.Mail.Thread.MessageId]);
    }

    private List<string> ChecksOf(FlushPlan plan, Incident lead, MailSurroundings around)
    {
        if (lead.News is not null)
        {
            return ["Headlines are their publishers' words."];
        }

        var unverified = lead.Members.Where(member => member.Reading.Unverified is true).Select(member => member.Reading.Symbol).ToArray();
        var delay = around.Scene.DeclaredDelay > TimeSpan.Zero ? $"the source is {around.Scene.DeclaredDelay.TotalMinutes:0} minutes behind" : "0 s";
        return
        [
            HoursOf(plan),
            unverified.Length is 0
                ? "Every quote passed the guards: known, newer than the last, fresh, in session; no lone jump unconfirmed."
                : $"Unverified: {string.Join(", ", unverified)}. The price fits a split or another unit that nobody announced; the figures may be wrong.",
            .. SourcesOf(lead),
            $"Data delay: {delay}.",
        ];
    }

    /// <summary>Who shows the severe moves; nothing where there is no second source to ask.</summary>
    private static IEnumerable<string> SourcesOf(Incident lead)
    {
        var shown = lead.Members.Select(member => member.Reading).Where(reading => reading.Sources is not null).ToLookup(reading => reading.Sources > 1, reading => reading.Symbol);
        if (shown[true].Any())
        {
            yield return $"2 sources agree on {string.Join(", ", shown[true])}.";
        }

        if (shown[false].Any())
        {
            yield return $"1 source for {string.Join(", ", shown[false])}: no other confirmed it.";
        }
    }

    private string HoursOf(FlushPlan plan)
    {
        var newest = plan.Alerts.Max(entry => entry.MarketTime);
        var session = calendar.SessionOn(MarketCalendar.DateOf(newest));
        return session?.PartAt(newest) switch
        {
            SessionPart.PreMarket => "Before the open: pre-market prices are thin.",
            SessionPart.AfterHours => "After the close: after-hours prices are thin.",
            null or SessionPart.Closed => "The market is closed.",
            _ when session is { ClosesEarly: true } => "Market open: regular session, early close today.",
            _ => "Market open: regular session, not a holiday.",
        };
    }

    /// <summary>Member updates are gathered on purpose: only what comes on top of that is late.</summary>
    private TimeSpan GatheringOf(AlertEntry entry) =>
        entry.Kind is EntryKind.MemberNotable ? TimeSpan.FromMinutes(options.MemberUpdateWaitMinutes) : TimeSpan.Zero;

    private MailClock ClockOf(FlushPlan plan, MailSurroundings around)
    {
        var newest = plan.Alerts.MaxBy(entry => entry.MarketTime)!;
        var news = NewsOf(plan);
        var told = plan.Alerts.Min(entry => entry.MarketTime + GatheringOf(entry));
        var isLate = around.Now - around.Scene.DeclaredDelay - told > TimeSpan.FromMinutes(options.LateAfterMinutes);
        return new MailClock(news?.Time ?? newest.MarketTime, newest.SeenAt, around.Now, isLate) { IsPublication = news is not null };
    }
}
