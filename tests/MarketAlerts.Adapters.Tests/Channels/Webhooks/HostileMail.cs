using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

/// <summary>Mails with headlines that want to be more than words, and mails that are longer than any chat takes.</summary>
internal static class HostileMail
{
    public const string Headline =
        "@everyone <!channel> <@U0001> [free money](https://evil.example) **now** `code` <at>All</at> https://evil.example/x "
        + "{{DATE(2017-02-14T06:08:00Z)}} :boom:\u202E";

    public static AlertMail WithHeadline(string headline, string? link = "https://news.example/a") =>
        SampleMail.Chips with
        {
            Content = SampleMail.ChipsContent with { Published = new PublishedPanel([Line(headline, "The <b>Wire</b> *", link)], 0, 1) },
        };

    /// <summary>Everything at once, each as long as it may be made.</summary>
    public static AlertMail Endless(char letter, int length)
    {
        var text = new string(letter, length);
        var member = new MailMember(Symbol.Parse("ABCDEFGHIJKL"), 1e9, -99.99, -1, 1, Severity.Severe, true);
        return SampleMail.Chips with
        {
            Subject = text,
            Reason = text,
            Rules = [.. Enumerable.Repeat(Rule.FromText(text), 60)],
            Notices = [.. Enumerable.Repeat(text, 60)],
            Others = [.. Enumerable.Repeat(new MailLine(SampleMail.Open, text, text, Severity.Severe), 60)],
            Links = SampleMail.Chips.Links with
            {
                Pause = $"https://alerts.example.com/{text}",
                OnlySevere = "https://alerts.example.com/o",
                ChangeThreshold = "https://alerts.example.com/c",
                Why = "https://alerts.example.com/w",
            },
            Content = SampleMail.ChipsContent with
            {
                Headline = text,
                Members = [.. Enumerable.Repeat(member, 300)],
                AlsoMoving = [.. Enumerable.Repeat(member, 300)],
                NotMoving = [.. Enumerable.Repeat(member, 300)],
                Published = new PublishedPanel(
                    [.. Enumerable.Repeat(Line(text, text, $"https://news.example/{new string('a', 450)}"), 40)],
                    9,
                    3
                ),
            },
        };
    }

    private static PublishedLine Line(string title, string source, string? link) =>
        new(
            PublishedWhen.Before,
            SampleMail.Open.AddHours(-2),
            false,
            TimePrecision.Instant,
            0,
            title,
            source,
            1,
            link,
            StoryStatus.AsPublished,
            null,
            null
        );
}
