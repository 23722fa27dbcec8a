using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>Turns a message into what chats show of it. Pure; every piece has a length that no chat refuses.</summary>
internal static class ChatViewBuilder
{
    private const int MostRows = 12;
    private const int MostNamed = 12;
    private const int MostNews = 6;
    private const int MostLines = 20;
    private const int LongestTitle = 250;
    private const int LongestLine = 500;
    private const int LongestHeadline = 200;
    private const int LongestName = 60;
    private const int LongestUrl = 500;
    private const int SymbolWidth = 12;

    /// <summary>Builds the view of a message.</summary>
    public static ChatView Build(AlertMail mail) =>
        new(
            SafeText.Cut(mail.Content.Headline is "" ? mail.Subject : mail.Content.Headline, LongestTitle),
            mail.Content.Severity,
            Rows(mail.Content.Members),
            [.. Lines(mail).OfType<string>().Select(line => SafeText.Cut(line, LongestLine)).Where(line => line is not "").Take(MostLines)],
            [.. (mail.Content.Published?.Lines ?? []).Take(MostNews).Select(News)],
            mail.Kind is MailKind.Notice ? "" : MailTimes.Receipt(mail.Clock),
            [.. Links(mail)]
        );

    private static string[] Rows(IReadOnlyList<MailMember> members)
    {
        if (members.Count is 0)
        {
            return [];
        }

        var more = members.Count > MostRows ? $"and {Number(members.Count - MostRows)} more" : null;
        return [Row("symbol", "price", "vs close", ""), .. members.Take(MostRows).Select(Row), .. more is null ? [] : new[] { more }];
    }

    private static string Row(MailMember member) =>
        Row(
            member.Symbol.Text,
            MailWording.Price(member.Last),
            MailWording.Move(member.DayMove),
            member.Severity switch
            {
                Severity.Severe => "severe",
                Severity.Notable => "notable",
                _ => "",
            }
        );

    private static string Row(string symbol, string price, string move, string severity) =>
        $"{symbol, -SymbolWidth} {price, 9} {move, 9}  {severity}".TrimEnd();

    private static IEnumerable<string?> Lines(AlertMail mail)
    {
        yield return mail.Clock.IsLate ? "Told late: some of this is older than news should be." : null;
        foreach (var notice in mail.Notices ?? [])
        {
            yield return notice;
        }

        yield return Named("Also moving", mail.Content.AlsoMoving);
        yield return Named("Not moving", mail.Content.NotMoving);
        foreach (var other in mail.Others ?? [])
        {
            yield return $"{other.Title}: {other.Text}";
        }

        yield return mail.OthersBeyond > 0 ? $"And {Number(mail.OthersBeyond)} more." : null;

        yield return mail.Content.Published is { HasNoCatalyst: true } && !mail.Content.IsNews ? "No clear catalyst was found." : null;
        yield return mail.Rules.Count > 0 ? $"You asked for: {string.Join("; ", mail.Rules)}." : mail.Reason;
    }

    private static string? Named(string what, IReadOnlyList<MailMember> members)
    {
        var more = members.Count > MostNamed ? $" and {Number(members.Count - MostNamed)} more" : "";
        return members.Count is 0
            ? null
            : $"{what}: "
                + string.Join(", ", members.Take(MostNamed).Select(member => $"{member.Symbol} {MailWording.Move(member.DayMove)}"))
                + more;
    }

    private static ChatNews News(PublishedLine line)
    {
        var status = line.Status switch
        {
            StoryStatus.Retracted => "RETRACTED: ",
            StoryStatus.Corrected => "CORRECTED: ",
            _ => "",
        };
        var title = SafeText.Cut(line.Title, LongestHeadline);
        return new ChatNews(
            When(line),
            status + (title is "" ? "(without a headline)" : title),
            SafeText.Cut(line.Source, LongestName),
            Usable(line.Link)
        );
    }

    private static string When(PublishedLine line) =>
        line.Precision is TimePrecision.Day
            ? MailTimes.Day(line.Time)
            : (
                line.IsFirstSeen ? "seen "
                : line.Precision is TimePrecision.AtTheLatest ? "by "
                : ""
            ) + MailTimes.Market(line.Time, "ddd d MMM HH:mm");

    /// <summary>A link that everybody in the chat may press: it stops the messages to this chat.</summary>
    private static IEnumerable<ChatLink> Links(AlertMail mail) =>
        Usable(mail.Links.Unsubscribe) is { } url ? [new ChatLink("Unsubscribe", url)] : [];

    /// <summary>A link that a browser may be given; a very long one would make the message too long.</summary>
    private static string? Usable(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url) && WebAddress.IsUsable(url) && url.AbsoluteUri.Length <= LongestUrl
            ? url.AbsoluteUri
            : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
