using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>
/// One mail of every kind, as subscribers would have had them on 27 January 2025: what <c>dev.cs mails</c> shows and the tests pin.
/// </summary>
public static class SampleMails
{
    private const string ChipsSubject = "Chips down: 12 of 15 beyond -2% at the open, MRVL -13.2%, AVGO -12.8% [severe]";
    private static readonly SampleMarket Market = SampleMarket.Read();
    private static readonly string[] Chips =
    [
        "MRVL",
        "AVGO",
        "NVDA",
        "TSM",
        "SMCI",
        "ARM",
        "ASML",
        "MU",
        "KLAC",
        "AMD",
        "AMAT",
        "LRCX",
        "QCOM",
        "INTC",
        "TXN",
    ];
    private static readonly string[] Wider = ["ORCL", "MSFT", "GOOGL", "AMZN", "META", "TSLA"];
    private static readonly string[] PassedChecks =
    [
        "Market open: regular session, not a holiday.",
        "2 sources agree on AVGO, MRVL, NVDA, TSM.",
        "No split or halt on record.",
        "Every quote passed the guards; no lone jump unconfirmed.",
    ];

    /// <summary>All of them; of the first mail three, since it looks different for a basket, a stock and news.</summary>
    public static IReadOnlyList<NamedMail> All { get; } =
    [
        new(
            "opened",
            "Opened: a basket",
            "The first mail of an incident: half a minute after the quote when it is severe, two minutes otherwise.",
            Opened()
        ),
        new("opened-stock", "Opened: one stock", "The same for a single stock.", OpenedStock()),
        new("opened-news", "Opened: news", "The same when news comes and no price has made a mail.", OpenedNews()),
        new("update", "Update", "Members became notable, gathered for half an hour; or another rule of the subscriber fired.", Updated()),
        new("escalated", "Escalated", "An incident already told became more severe.", Escalated()),
        new("recovered", "Recovered", "An incident already told is over, to exactly those who were told of it.", Recovered()),
        new(
            "corrected",
            "Corrected",
            "What an incident already told rests on was revised: to the same subscribers, in the same thread.",
            Corrected()
        ),
        new("close-of-day", "At the close", "How the day ended, for an incident already told.", CloseOfDay()),
        new(
            "next-session",
            "Next session",
            "How the next session began, for an incident already told; then the thread ends.",
            NextSession()
        ),
        .. SampleNotices.All,
    ];

    private static AlertMail Opened() =>
        SampleSubscriber.Mail(
            Chip(MailKind.Opened, SampleTimes.Open, "Chips trade sharply lower. Median of 15 names -8.1%, 12 of them beyond -2%.") with
            {
                Context = "SPY -2.2%. The largest fall of the median in 20 sessions; before it -1.6%.",
                Published = SamplePublished.AtTheOpen,
            },
            ChipsSubject,
            SampleTimes.Open,
            30
        ) with
        {
            Rules = ["#chips notable", "NVDA notable"],
            Folded = 7,
            FollowsUp = true,
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
            Stock(
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
            "NVDA down 12.5% at the open, now 124.80 [severe]",
            SampleTimes.Open,
            30
        ) with
        {
            Rules = ["NVDA falls 3% today", "NVDA falls 5% today", "NVDA falls 10% today"],
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
        return mail with { Rules = ["news \"DeepSeek\""], Clock = mail.Clock with { IsPublication = true, DataDelay = null } };
    }

    private static AlertMail Updated() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                Chip(
                    MailKind.Update,
                    SampleTimes.Updated,
                    "New among the notable members: AMAT -5.9%, AMD -5.8%, KLAC -5.4%.",
                    "AMAT",
                    "AMD",
                    "KLAC"
                ) with
                {
                    Published = SamplePublished.AtTheOpen,
                },
                ChipsSubject,
                SampleTimes.Updated,
                30
            )
        ) with
        {
            Reason = "New among the notable members of an incident you were told of: AMAT, AMD, KLAC.",
            Held = 1,
            FollowsUp = true,
        };

    private static AlertMail Escalated() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                Stock(
                    MailKind.Escalated,
                    "AMD",
                    SampleTimes.Escalated,
                    Severity.Severe,
                    "AMD stands at 112.98, -8.0% against the previous close. A usual day is 2.2%, so this is 3.7 times usual.",
                    114.21
                ) with
                {
                    Published = SamplePublished.Nothing,
                },
                "AMD down 7.0% at 11:01 ET, now 114.21",
                SampleTimes.Escalated,
                30
            )
        ) with
        {
            Reason = "An incident you were told of became severe.",
            FollowsUp = true,
        };

    private static AlertMail Recovered() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                Stock(
                    MailKind.Recovered,
                    "MSFT",
                    SampleTimes.Recovered,
                    Severity.Plain,
                    "MSFT is back at -2.3% against the previous close: half of the fall of 4.6% is undone.",
                    424.01
                ),
                "MSFT down 4.5% at the open, now 424.01",
                SampleTimes.Recovered,
                120
            )
        ) with
        {
            Reason = "You were told of this at 09:32 ET.",
            FollowsUp = true,
        };

    /// <summary>The one figure here that the day did not have: the close that ASML was measured against at first.</summary>
    private static AlertMail Corrected() =>
        SampleSubscriber.FollowUp(
            3,
            SampleSubscriber.Mail(
                Chip(
                    MailKind.Corrected,
                    SampleTimes.Open,
                    "CORRECTED: the close that ASML is measured against has been revised; the median of Chips stands at -8.1% "
                        + "against the previous close."
                ) with
                {
                    Revisions =
                    [
                        new MailRevision("ASML, close before", "790.38", "730.95"),
                        new MailRevision("ASML, vs previous close", "-15.0%", "-8.1%"),
                    ],
                },
                ChipsSubject,
                SampleTimes.Open,
                900
            )
        ) with
        {
            Reason = "You were told otherwise at 09:30:30 ET.",
            FollowsUp = true,
        };

    private static AlertMail CloseOfDay() =>
        SampleSubscriber.FollowUp(
            4,
            SampleSubscriber.Mail(
                Chip(
                    MailKind.CloseOfDay,
                    SampleTimes.Close,
                    "Chips closed sharply lower: median of 15 names -6.5%, 14 of them lower, NVDA -17.0%."
                ) with
                {
                    Published = SamplePublished.AtTheClose,
                },
                ChipsSubject,
                SampleTimes.Close,
                60
            )
        ) with
        {
            Reason = "You were told of this at 09:30:30 ET.",
            FollowsUp = true,
        };

    private static AlertMail NextSession() =>
        SampleSubscriber.FollowUp(
            5,
            SampleSubscriber.Mail(
                Chip(
                    MailKind.NextSession,
                    SampleTimes.NextOpen,
                    "The next session: chips open little changed, median of 15 names +0.2%; NVDA +2.9% after -17.0%."
                ),
                ChipsSubject,
                SampleTimes.NextOpen,
                60
            )
        ) with
        {
            Reason = "You were told of this on Monday at 09:30:30 ET.",
        };

    private static MailContent Chip(MailKind kind, DateTimeOffset time, string headline, params string[] fresh)
    {
        var first = kind is MailKind.Opened or MailKind.Corrected;
        var members = Chips
            .Select(symbol =>
                Market.MemberOf(symbol, time, fresh.Contains(symbol), first ? null : Market.PriceOf(symbol, SampleTimes.Open))
            )
            .ToArray();
        var movers = members
            .Where(member => time >= SampleTimes.NextOpen || member.DayMove <= -2)
            .OrderByDescending(member => Math.Abs(member.DayMove))
            .ToArray();
        var wider = Wider
            .Append("AAPL")
            .Select(symbol => Market.MemberOf(symbol, time))
            .ToLookup(member => member.DayMove <= -1.5 && time < SampleTimes.NextOpen);
        return new MailContent(
            kind,
            headline,
            "chips-down-20250127",
            "#chips",
            Direction.Down,
            Severity.Severe,
            movers,
            [.. wider[true]],
            time < SampleTimes.NextOpen ? [.. members.Except(movers), .. wider[false]] : [],
            PassedChecks,
            [.. movers.Take(6).Select(member => Market.PathOf(member.Symbol, time))]
        )
        {
            AsOf = time,
        };
    }

    private static MailContent Stock(
        MailKind kind,
        string symbol,
        DateTimeOffset time,
        Severity severity,
        string headline,
        double? told = null
    ) =>
        new(
            kind,
            headline,
            $"{symbol}-down-20250127",
            symbol,
            Direction.Down,
            severity,
            [Market.MemberOf(symbol, time, false, told)],
            [],
            [],
            PassedChecks[..1],
            [Market.PathOf(symbol, time)]
        )
        {
            AsOf = time,
        };
}
