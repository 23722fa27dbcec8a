using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Turns a content into the text its templates show. Pure.</summary>
internal static class MailViewBuilder
{
    private const int MostRows = 12;
    private const int LeadingRows = 5;
    private const int MostNamed = 40;
    private const int LongestRevision = 60;
    private const string Nothing = "n/a";

    /// <summary>Builds the view of a content, with or without its picture.</summary>
    public static MailView Build(MailContent content, string? pictureId)
    {
        var scale = pictureId is null ? null : SparklineScale.Fit(content.Paths);
        var rows = RowsOf(content.Members);
        return new MailView
        {
            Preheader = Preheader(content),
            Headline = KindWording.Headline(content),
            Context = content.Context is { } context ? SafeText.Clean(context) : null,
            Badge = KindWording.Badge(content),
            Tone = KindWording.Tone(content),
            Topic = KindWording.Topic(content),
            Rows = [.. rows.Select(Row)],
            HasSince = rows.Any(member => member.SinceLast is not null),
            MoreMembers = Named([.. content.Members.Except(rows)]),
            Revisions = [.. (content.Revisions ?? []).Take(MostRows).Select(Cut)],
            AlsoMoving = Named(content.AlsoMoving),
            NotMoving = Named(content.NotMoving),
            PictureId = scale is null ? null : pictureId,
            PictureText = scale is null ? null : PictureWording.Text(scale),
            PictureCaption = scale is null ? null : PictureWording.Caption(scale),
            Published = PublishedViewBuilder.Build(content),
            Checks = [.. content.Checks.Select(SafeText.Clean)],
        };
    }

    /// <summary>One screen of a phone: the leading members and all new ones; the others are named with their moves.</summary>
    private static List<MailMember> RowsOf(IReadOnlyList<MailMember> members) =>
        members.Count <= LeadingRows + 1
            ? [.. members]
            : [.. members.Where((member, index) => index < LeadingRows || member.IsNew).Take(MostRows)];

    private static MailRowView Row(MailMember member) =>
        new(
            member.Symbol.Text,
            MailWording.Price(member.Last),
            MailWording.Move(member.DayMove),
            member.OpenMove is { } open ? MailWording.Move(open) : Nothing,
            member.SinceLast is { } since ? MailWording.Move(since) : Nothing,
            member.UsualDay is { } day ? day.ToString("0.0", CultureInfo.InvariantCulture) + "%" : Nothing,
            member.UsualDay is > 0
                ? (Math.Abs(member.DayMove) / member.UsualDay.Value).ToString("0.0", CultureInfo.InvariantCulture)
                : Nothing,
            Mark(member),
            member.DayMove < 0 ? "down"
                : member.DayMove > 0 ? "up"
                : "flat"
        );

    private static string? Mark(MailMember member)
    {
        var severity = member.Severity switch
        {
            Severity.Severe => "severe",
            Severity.Notable => "notable",
            _ => null,
        };
        return (severity, member.IsNew) switch
        {
            (null, false) => null,
            (null, true) => "new",
            (_, true) => $"new, {severity}",
            _ => severity,
        };
    }

    private static MailRevision Cut(MailRevision revision) =>
        new(
            SafeText.Cut(revision.What, LongestRevision),
            SafeText.Cut(revision.Told, LongestRevision),
            SafeText.Cut(revision.Now, LongestRevision)
        );

    private static string? Preheader(MailContent content)
    {
        if (content.HasNoIncident)
        {
            return null;
        }

        var when = content.AsOf is { } asOf ? $" As of {MailTimes.Market(asOf)}." : "";
        return KindWording.Headline(content) + when;
    }

    private static string? Named(IReadOnlyList<MailMember> members)
    {
        var named = members.Take(MostNamed).Select(member => $"{member.Symbol} {MailWording.Move(member.DayMove)}");
        var more = members.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {members.Count - MostNamed} more") : "";
        return members.Count is 0 ? null : $"{string.Join(", ", named)}{more}";
    }
}
