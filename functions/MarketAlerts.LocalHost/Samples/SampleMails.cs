using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>
/// One mail of every kind, as subscribers would have had them on 27 January 2025: what <c>dev.cs mails</c> shows and the tests pin.
/// </summary>
internal static class SampleMails
{
    /// <summary>All of them; of the first mail three, since it looks different for a basket, a stock and news.</summary>
    public static IReadOnlyList<NamedMail> All { get; } =
    [
        new(
            "opened",
            "Opened: a basket",
            "The first mail of an incident: half a minute after the quote when it is severe; else 45 seconds, or two minutes where "
                + "more is likely to come.",
            Opened()
        ),
        new("opened-stock", "Opened: one stock", "The same for a single stock.", OpenedStock()),
        new("opened-news", "Opened: news", "The same when news comes and no price has made a mail.", OpenedNews()),
        .. SampleFollowUps.All,
        .. SampleThreads.All,
        .. SampleNotices.All,
    ];

    private static AlertMail Opened() =>
        SampleSubscriber.Mail(
            SampleIncidents.Chips(
                MailKind.Opened,
                SampleTimes.Open,
                "Chips trade sharply lower. Median of 15 names -8.1%, 12 of them beyond -2%."
            ) with
            {
                Context = "SPY -2.2%. The largest fall of the median in 20 sessions; before it -1.6%.",
                Published = SamplePublished.AtTheOpen,
            },
            SampleIncidents.ChipsSubject,
            SampleTimes.Open,
            30
        ) with
        {
            Rules = [Rule.FromText("#chips notable"), Rule.FromText("NVDA notable")],
            Folded = 7,
            Others =
            [
                new MailLine(
                    SampleTimes.Open,
                    "#power down",
                    "Power trade sharply lower: VST -19.4%, GEV -19.2%, CEG -15.8%.",
                    Severity.Severe
                ),
            ],
        };

    private static AlertMail OpenedStock() =>
        SampleSubscriber.Mail(
            SampleIncidents.Stock(
                MailKind.Opened,
                "NVDA",
                SampleTimes.Open,
                Severity.Severe,
                "NVDA stands at 124.80, -12.5% against the previous close. A usual day is 2.6%, so this is 4.8 times usual."
            ) with
            {
                Context = "The largest fall in 20 sessions; before it -3.7%.",
                Published = SamplePublished.AtTheOpen,
            },
            "NVDA down 12.5% at the open, 124.80 [severe]",
            SampleTimes.Open,
            30
        ) with
        {
            Rules = [Rule.FromText("NVDA falls 3% today"), Rule.FromText("NVDA falls 5% today"), Rule.FromText("NVDA falls 10% today")],
        };

    private static AlertMail OpenedNews()
    {
        var came = new DateTimeOffset(2025, 1, 27, 7, 37, 22, TimeSpan.Zero);
        var content = new MailContent(
            MailKind.Opened,
            "News on \"DeepSeek\": Chinese AI startup DeepSeek overtakes ChatGPT on Apple App Store (Reuters)",
            "news-a902f84472a17a74-20250127",
            "\"DeepSeek\"",
            Direction.Up,
            Severity.Plain,
            [],
            [],
            [],
            ["Headlines are their publishers' words."],
            []
        )
        {
            IsNews = true,
            Published = SamplePublished.OnNews,
        };
        var mail = SampleSubscriber.Mail(
            content,
            "News on \"DeepSeek\": Chinese AI startup DeepSeek overtakes ChatGPT on Apple App Store",
            came,
            120
        );
        return mail with
        {
            Rules = [Rule.FromText("news \"DeepSeek\"")],
            Clock = mail.Clock with { IsPublication = true, DataDelay = null },
        };
    }
}

/// <summary>A sample mail.</summary>
/// <param name="Name">Its name in file names, such as <c>close-of-day</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="When">When such a mail is sent.</param>
/// <param name="Mail">The mail.</param>
internal sealed record NamedMail(string Name, string Title, string When, AlertMail Mail);
