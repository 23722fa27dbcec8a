using System.Globalization;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Adapters.Email;

/// <summary>The texts of a mail that are the reader's own. Pure.</summary>
internal static class ReaderTexts
{
    private const int MostNotices = 40;
    private const int MostRules = 40;
    private const int MostOthers = 60;
    private const int LongestText = 400;
    private const int TeaserTitles = 3;
    private static readonly TimeSpan LongestPlainWait = TimeSpan.FromMinutes(5);

    /// <summary>The texts, each field at its place; what a title and a text belong to stands before them.</summary>
    public static IReadOnlyList<ReaderText> Of(AlertMail mail)
    {
        var (texts, times) = (new List<ReaderText>(24), new MailTimes(mail.TimeZone));
        Add(texts, ReaderField.Subject, mail.Subject);
        Add(texts, ReaderField.Teaser, mail.Story.HasNoIncident ? Teaser(mail) : null);
        Add(texts, ReaderField.AsOf, times.DayAndTime(mail.Story.AsOf ?? mail.Clock.Quote));
        Add(texts, ReaderField.Late, Late(mail.Clock));
        AddAll(texts, ReaderField.Notice, mail.Notices ?? [], MostNotices);
        AddAll(texts, ReaderField.Rule, mail.Rules, MostRules);
        Add(
            texts,
            ReaderField.Reason,
            mail.Rules.Count > 0 && mail.Reason.StartsWith("You asked for", StringComparison.Ordinal) ? null : mail.Reason
        );
        Add(texts, ReaderField.Next, KindWording.Next(mail));
        if (!mail.Story.HasNoIncident)
        {
            Add(texts, ReaderField.Clock, MailTimes.Receipt(mail.Clock) + Delay(mail.Clock) + Gathered(mail));
            Add(texts, ReaderField.LocalClock, times.LocalReceipt(mail.Clock));
            Add(texts, ReaderField.Counts, Counts(mail));
        }

        AddOthers(texts, mail);
        AddLinks(texts, mail);
        return texts;
    }

    private static void AddOthers(List<ReaderText> texts, AlertMail mail)
    {
        var others = mail.Others ?? [];
        foreach (var group in others.Take(MostOthers).GroupBy(line => line.Severity).OrderByDescending(group => group.Key))
        {
            texts.Add(
                new ReaderText(
                    ReaderField.GroupTitle,
                    group.Key is Severity.Plain ? "Other levels and news" : KindWording.Severity(group.Key)
                )
            );
            foreach (var line in group)
            {
                texts.Add(new ReaderText(ReaderField.OtherAt, MailTimes.Market(line.At, "ddd HH:mm")));
                texts.Add(new ReaderText(ReaderField.OtherTitle, CleanText.Of(line.Title)));
                texts.Add(new ReaderText(ReaderField.OtherText, CleanText.Cut(line.Text, LongestText)));
            }
        }

        if (others.Count + mail.OthersBeyond > MostOthers)
        {
            texts.Add(new ReaderText(ReaderField.GroupTitle, $"And {Number(others.Count + mail.OthersBeyond - MostOthers)} more"));
        }
    }

    private static void AddLinks(List<ReaderText> texts, AlertMail mail)
    {
        AddLink(texts, ReaderField.Pause, mail.Links.Pause);
        AddLink(texts, ReaderField.OnlySevere, mail.Links.OnlySevere);
        AddLink(texts, ReaderField.ChangeBar, mail.Links.ChangeBar);
        AddLink(texts, ReaderField.Useful, mail.Links.Useful);
        AddLink(texts, ReaderField.Noise, mail.Links.Noise);
        AddLink(texts, ReaderField.Why, mail.Links.Why);
        AddLink(texts, ReaderField.Unsubscribe, mail.Links.Unsubscribe);
    }

    private static void AddAll(List<ReaderText> texts, ReaderField field, IReadOnlyList<string> all, int most)
    {
        foreach (var text in all.Take(most))
        {
            Add(texts, field, text);
        }

        if (all.Count > most)
        {
            texts.Add(new ReaderText(field, $"and {Number(all.Count - most)} more"));
        }
    }

    private static void Add(List<ReaderText> texts, ReaderField field, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            texts.Add(new ReaderText(field, CleanText.Of(text)));
        }
    }

    /// <summary>Only a link that leads to a page is one.</summary>
    private static void AddLink(List<ReaderText> texts, ReaderField field, string? link)
    {
        if (
            link is not null
            && (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal))
        )
        {
            texts.Add(new ReaderText(field, CleanText.Of(link)));
        }
    }

    private static string Teaser(AlertMail mail) =>
        mail.Others is { Count: > 0 } others
            ? string.Join(", ", others.OrderByDescending(line => line.Severity).Take(TeaserTitles).Select(line => line.Title))
                + (others.Count > TeaserTitles ? " and more." : ".")
        : mail.Notices is { Count: > 0 } notices ? string.Join(' ', notices.Take(TeaserTitles))
        : mail.Story.Headline;

    private static string? Late(MailClock clock) =>
        !clock.IsLate
            ? null
            : $"Told late: some of this is older than news should be. Newest quote {MailTimes.Market(clock.Quote)}, mail written {MailTimes.Market(clock.Sent)}.";

    private static string Delay(MailClock clock) =>
        clock.DataDelay switch
        {
            null => "",
            { TotalMinutes: >= 1 } delay => string.Create(CultureInfo.InvariantCulture, $" Data delay: {delay.TotalMinutes:0.#} min."),
            { } delay => string.Create(CultureInfo.InvariantCulture, $" Data delay: {delay.TotalSeconds:0} s."),
        };

    /// <summary>An update waits for company on purpose; said, so that its receipt does not look like a delay.</summary>
    private static string Gathered(AlertMail mail) =>
        mail.Kind is MailKind.Update && !mail.Clock.IsLate && mail.Clock.Sent - mail.Clock.Quote > LongestPlainWait
            ? " Updates are gathered before they are sent."
            : "";

    private static string Counts(AlertMail mail) =>
        $"Folded into this mail: {Number(mail.Folded)} single {(mail.Folded is 1 ? "alert" : "alerts")}. Held back from you: {Number(mail.Held)}.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
