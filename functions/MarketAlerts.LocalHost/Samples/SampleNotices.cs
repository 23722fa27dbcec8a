using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>Sample mails that tell of no incident.</summary>
internal static class SampleNotices
{
    public static IReadOnlyList<NamedMail> All { get; } =
    [
        new("digest", "Digest", "What was held back by choice, gathered, at the times the subscriber chose.", Digest()),
        new("proof-of-life", "Proof of life", "At the open, to who wants it: somebody is watching.", ProofOfLife()),
        new("channel-broken", "An address fails", "Another address of the subscriber takes no more messages.", ChannelBroken()),
        new("welcome", "Welcome", "The first mail to a new subscriber.", Welcome()),
        new("notice", "Notice", "Something became of the subscriber's rules, such as after a split.", Notice()),
    ];

    private static AlertMail Digest() =>
        Mail(
            MailKind.Digest,
            "your evening",
            "5 alerts of Monday 27 January were held for this digest: 2 severe, 1 notable, 2 others.",
            "Digest of Monday 27 January: 5 alerts",
            SampleTimes.Close.AddMinutes(30)
        ) with
        {
            Others = HeldLines(),
            Reason = "You asked to be told everything in a digest at 16:30 ET.",
        };

    private static MailLine[] HeldLines() =>
        [
            new MailLine(
                SampleTimes.Open,
                "#chips down",
                "Chips trade sharply lower. Median of 15 names -8.1%; NVDA closed at 118.42, -17.0%.",
                Severity.Severe
            ),
            new MailLine(
                SampleTimes.Open,
                "#power down",
                "Power trade sharply lower: VST -19.4%, GEV -19.2%, CEG -15.8% at the open; VST closed -28.3%.",
                Severity.Severe
            ),
            new MailLine(
                SampleTimes.Escalated.AddMinutes(-25),
                "AMD down",
                "AMD reached -7.0% and closed at 115.01, -6.4%.",
                Severity.Notable
            ),
            new MailLine(SampleTimes.Open, "MSFT down", "MSFT opened at 424.01, -4.5%, and was back at -2.3% by 14:58 ET.", Severity.Plain),
            new MailLine(
                new DateTimeOffset(2025, 1, 27, 9, 46, 0, TimeSpan.Zero),
                "News on \"DeepSeek\"",
                "Nasdaq futures tumble as China's AI push rattles Big Tech (Reuters)",
                Severity.Plain
            ),
        ];

    private static AlertMail ProofOfLife() =>
        Mail(
            MailKind.ProofOfLife,
            "since 09:30 ET",
            "Watching your 4 rules on Tuesday 28 January.",
            "Watching your 4 rules on Tuesday 28 January",
            SampleTimes.NextOpen.AddMinutes(1)
        ) with
        {
            Reason = "You asked for a line at each open.",
            Notices =
            [
                "The market is open until 16:00 ET. The newest quote is of 09:30:58 ET, 2 s old. Sources that answer: 2 of 2 for "
                    + "quotes, 3 of 3 for news.",
            ],
        };

    private static AlertMail ChannelBroken() =>
        Mail(
            MailKind.ChannelBroken,
            "webhook hooks.example.com",
            "No more messages go to webhook hooks.example.com: it answered 410.",
            "Your webhook hooks.example.com takes no more messages",
            SampleTimes.Updated
        ) with
        {
            Notices =
            [
                "It failed first on Mon 27 Jan at 09:30:31 ET. Mail goes on as before, and nothing was lost: what could not go "
                    + "there came here.",
                "Enter the address again to have it tried again.",
            ],
        };

    private static AlertMail Welcome() =>
        Mail(
            MailKind.Welcome,
            "to MarketAlerts",
            "You are told here from now on, early and with the evidence.",
            "Welcome to MarketAlerts",
            SampleTimes.Open.AddHours(-20)
        ) with
        {
            Rules = [Rule.FromText("#chips notable"), Rule.FromText("NVDA notable"), Rule.FromText("news \"DeepSeek\"")],
            Notices =
            [
                "Alerts come by mail at once, in the hours 22:00 to 07:00 (Europe/Berlin) only severe ones. A notable move is at "
                    + "least 5% and twice a usual day, a severe one at least 8%.",
            ],
        };

    private static AlertMail Notice() =>
        Mail(
            MailKind.Notice,
            "NVDA",
            "NVDA split 10 for 1: your price rules were rescaled.",
            "NVDA split 10 for 1: your price rules were rescaled",
            new DateTimeOffset(2024, 6, 10, 13, 30, 0, TimeSpan.Zero)
        ) with
        {
            Reason = "You have rules on the price of NVDA.",
            Notices = ["NVDA split 10 for 1 on 10 June 2024: your rule 'NVDA below 1200' is now 'NVDA below 120'. Nothing else changed."],
        };

    private static AlertMail Mail(MailKind kind, string about, string headline, string subject, DateTimeOffset at)
    {
        var content = new MailContent(
            kind,
            headline,
            $"{kind.ToString().ToLowerInvariant()}-{at:yyyyMMdd}",
            about,
            Direction.Up,
            Severity.Plain,
            [],
            [],
            [],
            [],
            []
        );
        return SampleSubscriber.Mail(content, subject, at, 0) with { Links = SampleSubscriber.Links };
    }
}
