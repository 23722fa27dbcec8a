using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>The texts of a mail that are the subscriber's own. Pure.</summary>
internal static class SubscriberTexts
{
    private const int MostNotices = 40;
    private const int MostRules = 40;
    private const int MostOthers = 60;
    private const int LongestText = 400;
    private const int TeaserTitles = 3;
    private static readonly TimeSpan LongestPlainWait = TimeSpan.FromMinutes(5);

    /// <summary>The texts, each field at its place; what a title and a text belong to stands before them.</summary>
    public static IReadOnlyList<SubscriberText> Write(AlertMail mail)
    {
        var (texts, times) = (new List<SubscriberText>(24), new MailTimes(mail.TimeZone));
        Add(texts, SubscriberField.Subject, mail.Subject);
        Add(texts, SubscriberField.Teaser, mail.Content.HasNoIncident ? Teaser(mail) : null);
        Add(texts, SubscriberField.AsOf, times.DayAndTime(mail.Content.AsOf ?? mail.Clock.Quote));
        Add(texts, SubscriberField.Late, Late(mail.Clock));
        AddAll(texts, SubscriberField.Notice, mail.Notices ?? [], MostNotices);
        AddAll(texts, SubscriberField.Rule, [.. mail.Rules.Select(rule => rule.Text)], MostRules);
        Add(
            texts,
            SubscriberField.Reason,
            mail.Rules.Count > 0 && mail.Reason.StartsWith("You asked for", StringComparison.Ordinal) ? null : mail.Reason
        );
        Add(texts, SubscriberField.Next, mail.Next);
        if (!mail.Content.HasNoIncident)
        {
            Add(texts, SubscriberField.Clock, MailTimes.Receipt(mail.Clock) + Delay(mail.Clock) + Gathered(mail));
            Add(texts, SubscriberField.LocalClock, times.LocalReceipt(mail.Clock));
            Add(texts, SubscriberField.Counts, Counts(mail));
        }

        AddOthers(texts, mail);
        AddLinks(texts, mail);
        return texts;
    }

    private static void AddOthers(List<SubscriberText> texts, AlertMail mail)
    {
        var others = mail.Others ?? [];
        foreach (var group in others.Take(MostOthers).GroupBy(line => line.Severity).OrderByDescending(group => group.Key))
        {
            texts.Add(
                new SubscriberText(
                    SubscriberField.GroupTitle,
                    group.Key is Severity.Plain ? "Other levels and news" : KindWording.Severity(group.Key)
                )
            );
            foreach (var line in group)
            {
                texts.Add(new SubscriberText(SubscriberField.OtherAt, MailTimes.Market(line.At, "ddd HH:mm")));
                texts.Add(new SubscriberText(SubscriberField.OtherTitle, SafeText.Clean(line.Title)));
                texts.Add(new SubscriberText(SubscriberField.OtherText, SafeText.Cut(line.Text, LongestText)));
            }
        }

        if (others.Count + mail.OthersBeyond > MostOthers)
        {
            texts.Add(new SubscriberText(SubscriberField.GroupTitle, $"And {Number(others.Count + mail.OthersBeyond - MostOthers)} more"));
        }
    }

    private static void AddLinks(List<SubscriberText> texts, AlertMail mail)
    {
        AddLink(texts, SubscriberField.Pause, mail.Links.Pause);
        AddLink(texts, SubscriberField.OnlySevere, mail.Links.OnlySevere);
        AddLink(texts, SubscriberField.ChangeThreshold, mail.Links.ChangeThreshold);
        AddLink(texts, SubscriberField.Useful, mail.Links.Useful);
        AddLink(texts, SubscriberField.Noise, mail.Links.Noise);
        AddLink(texts, SubscriberField.Why, mail.Links.Why);
        AddLink(texts, SubscriberField.Unsubscribe, mail.Links.Unsubscribe);
    }

    private static void AddAll(List<SubscriberText> texts, SubscriberField field, IReadOnlyList<string> all, int most)
    {
        foreach (var text in all.Take(most))
        {
            Add(texts, field, text);
        }

        if (all.Count > most)
        {
            texts.Add(new SubscriberText(field, $"and {Number(all.Count - most)} more"));
        }
    }

    private static void Add(List<SubscriberText> texts, SubscriberField field, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            texts.Add(new SubscriberText(field, SafeText.Clean(text)));
        }
    }

    /// <summary>Only a link that leads to a page is one.</summary>
    private static void AddLink(List<SubscriberText> texts, SubscriberField field, string? link)
    {
        if (
            link is not null
            && (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal))
        )
        {
            texts.Add(new SubscriberText(field, SafeText.Clean(link)));
        }
    }

    private static string Teaser(AlertMail mail) =>
        mail.Others is { Count: > 0 } others
            ? string.Join(", ", others.OrderByDescending(line => line.Severity).Take(TeaserTitles).Select(line => line.Title))
                + (others.Count > TeaserTitles ? " and more." : ".")
        : mail.Notices is { Count: > 0 } notices ? string.Join(' ', notices.Take(TeaserTitles))
        : mail.Content.Headline;

    private static string? Late(MailClock clock) =>
        !clock.IsLate
            ? null
            : $"Told late: some of this is older than news should be. Newest quote {MailTimes.Market(clock.Quote)}, mail written "
                + $"{MailTimes.Market(clock.Sent)}.";

    private static string Delay(MailClock clock) =>
        clock.DataDelay switch
        {
            null => "",
            { TotalMinutes: >= 1 } delay => string.Create(CultureInfo.InvariantCulture, $" Data delay: {delay.TotalMinutes:0.#} min."),
            { } delay => string.Create(CultureInfo.InvariantCulture, $" Data delay: {delay.TotalSeconds:0} s."),
        };

    /// <summary>An update waits for company on purpose; said, so that its receipt does not look like a delay.</summary>
    private static string Gathered(AlertMail mail) =>
        mail.Kind is MailKind.Update or MailKind.Worse && !mail.Clock.IsLate && mail.Clock.Sent - mail.Clock.Quote > LongestPlainWait
            ? " Updates are gathered before they are sent."
            : "";

    private static string Counts(AlertMail mail) =>
        $"Folded into this mail: {Number(mail.Folded)} single {(mail.Folded is 1 ? "alert" : "alerts")}. Held back from you: "
        + $"{Number(mail.Held)}.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
