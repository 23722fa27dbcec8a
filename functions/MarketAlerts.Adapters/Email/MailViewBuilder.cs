using System.Globalization;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Adapters.Email;

/// <summary>Turns a mail into the text its templates show. Pure.</summary>
public static class MailViewBuilder
{
    private static readonly TimeSpan LongestPlainWait = TimeSpan.FromMinutes(5);
    private const int MostRows = 100;
    private const int MostNamed = 40;
    private const int PreheaderRows = 4;
    private const string Nothing = "n/a";

    /// <summary>Builds the view of a mail, with or without its picture.</summary>
    public static MailView Build(AlertMail mail, string? pictureId)
    {
        var times = new MailTimes(mail.TimeZone);
        var scale = pictureId is null ? null : SparklineScale.Of(mail.Story.Paths);
        return new MailView
        {
            Preheader = Preheader(mail),
            Subject = CleanText.Of(mail.Subject),
            Headline = CleanText.Of(mail.Story.Headline),
            Severity = mail.Kind is MailKind.Notice ? "Notice" : mail.Story.IsNews ? "News" : SeverityWord(mail.Story.Severity),
            Tone = Tone(mail.Story.Severity),
            Topic = Topic(mail),
            AsOf = times.DayAndTime(mail.Story.AsOf ?? mail.Clock.Quote),
            Late = Late(mail.Clock),
            Notices = [.. (mail.Notices ?? []).Select(CleanText.Of)],
            Rows = [.. mail.Story.Members.Take(MostRows).Select(Row)],
            MoreRows = mail.Story.Members.Count > MostRows ? $"and {Number(mail.Story.Members.Count - MostRows)} more members" : null,
            AlsoMoving = Named(mail.Story.AlsoMoving),
            NotMoving = Named(mail.Story.NotMoving),
            PictureId = scale is null ? null : pictureId,
            PictureText = scale is null ? null : PictureWording.Text(scale),
            PictureCaption = scale is null ? null : PictureWording.Caption(scale),
            Published = PublishedViewBuilder.Build(mail),
            Rules = [.. mail.Rules.Select(CleanText.Of)],
            Reason = mail.Rules.Count > 0 && mail.Reason.StartsWith("You asked for", StringComparison.Ordinal) ? null : CleanText.Of(mail.Reason),
            Next = mail.Kind is MailKind.Notice ? null : Next(mail),
            Checks = [.. mail.Story.Checks.Select(CleanText.Of)],
            Clock = mail.Kind is MailKind.Notice ? null : MailTimes.Receipt(mail.Clock) + Gathered(mail),
            LocalClock = mail.Kind is MailKind.Notice ? null : times.LocalReceipt(mail.Clock),
            Folded = Folded(mail.Folded),
            UnsubscribeUrl = CleanText.Of(mail.Links.Unsubscribe),
        };
    }

    private static MailRowView Row(MailMember member) => new(
        CleanText.Of(member.Symbol),
        MailWording.Price(member.Last),
        MailWording.Move(member.DayMove),
        member.OpenMove is { } open ? MailWording.Move(open) : Nothing,
        member.UsualDay is { } day ? day.ToString("0.0", CultureInfo.InvariantCulture) + "%" : Nothing,
        member.UsualDay is > 0 ? (Math.Abs(member.DayMove) / member.UsualDay.Value).ToString("0.0", CultureInfo.InvariantCulture) : Nothing,
        Mark(member),
        member.DayMove < 0 ? "down" : member.DayMove > 0 ? "up" : "flat");

    private static string? Mark(MailMember member)
    {
        var tier = member.Tier switch { >= 2 => "severe", 1 => "notable", _ => null };
        return (tier, member.IsNew) switch
        {
            (null, false) => null,
            (null, true) => "new",
            (_, true) => $"new, {tier}",
            _ => tier,
        };
    }

    private static string Preheader(AlertMail mail)
    {
        if (mail.Kind is MailKind.Notice)
        {
            return CleanText.Of(string.Join(' ', mail.Notices ?? []));
        }

        if (mail.Story.Members.Count is 0)
        {
            return CleanText.Of(mail.Story.Headline);
        }

        var rows = mail.Story.Members.Take(PreheaderRows).Select(member => $"{CleanText.Of(member.Symbol)} {MailWording.Move(member.DayMove)}");
        return $"{string.Join(", ", rows)} against the previous close, as of {MailTimes.Market(mail.Story.AsOf ?? mail.Clock.Quote)}.";
    }

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Severe => "Severe",
        Severity.Notable => "Notable",
        _ => "Level reached",
    };

    private static string Tone(Severity severity) => severity switch
    {
        Severity.Severe => "severe",
        Severity.Notable => "notable",
        _ => "plain",
    };

    private static string Topic(AlertMail mail)
    {
        if (mail.Kind is MailKind.Notice)
        {
            return CleanText.Of(mail.Story.TargetName);
        }

        if (mail.Story.IsNews)
        {
            return $"on {CleanText.Of(mail.Story.TargetName)}";
        }

        var way = mail.Story.Direction is Direction.Down ? "down" : "up";
        var kind = mail.Kind switch { MailKind.Update => ", update", MailKind.Escalated => ", now more severe", _ => "" };
        return $"{CleanText.Of(mail.Story.TargetName)} {way}{kind}";
    }

    /// <summary>An update waits for company on purpose; said, so that its receipt does not look like a delay.</summary>
    private static string Gathered(AlertMail mail) =>
        mail.Kind is MailKind.Update && !mail.Clock.IsLate && mail.Clock.Sent - mail.Clock.Quote > LongestPlainWait ? " Updates are gathered before they are sent." : "";

    private static string? Late(MailClock clock) => !clock.IsLate
        ? null
        : $"Told late: some of this is older than news should be. Newest quote {MailTimes.Market(clock.Quote)}, mail written {MailTimes.Market(clock.Sent)}.";

    private static string? Named(IReadOnlyList<MailMember> members)
    {
        var named = members.Take(MostNamed).Select(member => $"{CleanText.Of(member.Symbol)} {MailWording.Move(member.DayMove)}");
        var more = members.Count > MostNamed ? $" and {Number(members.Count - MostNamed)} more" : "";
        return members.Count is 0 ? null : $"{string.Join(", ", named)}{more}";
    }

    private static string Next(AlertMail mail) => mail.Story.IsNews
        ? "You hear of this again when the news has calmed down by half and comes anew, or another of your rules fires."
        : mail.Story.Members.Count > 1
        ? "You hear of this again only if it becomes more severe, more members become notable, or another of your rules fires."
        : "You hear of this again only if it becomes more severe or another of your rules fires.";

    private static string? Folded(int folded) => folded switch
    {
        <= 0 => null,
        1 => "1 single alert is folded into this mail.",
        _ => $"{Number(folded)} single alerts are folded into this mail.",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
