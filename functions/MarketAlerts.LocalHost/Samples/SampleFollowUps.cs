using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>Sample mails that follow the first one of an incident, in its thread.</summary>
internal static class SampleFollowUps
{
    /// <summary>All of them, as an incident goes on.</summary>
    public static IReadOnlyList<NamedMail> All { get; } =
    [
        new("update", "Update", "Members became notable, gathered for half an hour; or another rule of the subscriber fired.", Updated()),
        new("escalated", "Escalated", "An incident already told became more severe.", Escalated()),
        new(
            "recovered",
            "Recovered",
            "An incident already told is over, as a mail of its own for who wants that: for others a line of the next one.",
            Recovered()
        ),
        new(
            "corrected",
            "Corrected",
            "What an incident already told rests on was revised: to the same subscribers, in the same thread.",
            Corrected()
        ),
        new("close-of-day", "At the close", "How the day ended, for everything that was told of it.", CloseOfDay()),
        new("next-session", "Next session", "How the next session goes on, for an incident already told.", NextSession()),
    ];

    private static AlertMail Updated() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                SampleIncidents.Chips(
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
                SampleIncidents.ChipsSubject,
                SampleTimes.Updated,
                30
            )
        ) with
        {
            Reason = "New among the notable members of an incident you were told of: AMAT, AMD, KLAC.",
            Held = 1,
        };

    private static AlertMail Escalated() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                SampleIncidents.Stock(
                    MailKind.Escalated,
                    "AMD",
                    SampleTimes.Escalated,
                    Severity.Severe,
                    "Severe now: AMD stands at 112.98, -8.0% against the previous close. A usual day is 2.2%, so this is 3.7 times usual.",
                    114.21
                ) with
                {
                    Published = SamplePublished.Nothing,
                },
                "AMD down 7.0% at 11:01 ET, 114.21",
                SampleTimes.Escalated,
                30
            )
        ) with
        {
            Reason = "An incident you were told of became severe.",
        };

    private static AlertMail Recovered() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                SampleIncidents.Stock(
                    MailKind.Recovered,
                    "MSFT",
                    SampleTimes.Recovered,
                    Severity.Plain,
                    "RECOVERED: MSFT is back at -2.3% against the previous close: half of the fall of 4.6% is undone.",
                    424.01
                ),
                "MSFT down 4.5% at the open, 424.01",
                SampleTimes.Recovered,
                120
            )
        ) with
        {
            Reason = "You were told of this at 09:32 ET.",
        };

    /// <summary>The one figure here that the day did not have: the close that ASML was measured against at first.</summary>
    private static AlertMail Corrected() =>
        SampleSubscriber.FollowUp(
            3,
            SampleSubscriber.Mail(
                SampleIncidents.Chips(
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
                SampleIncidents.ChipsSubject,
                SampleTimes.Open,
                900
            )
        ) with
        {
            Reason = "You were told otherwise at 09:30:30 ET.",
        };

    private static AlertMail CloseOfDay() =>
        SampleSubscriber.Mail(
            SampleIncidents.Chips(
                MailKind.CloseOfDay,
                SampleTimes.Close,
                "At the close: the median of Chips stands at -6.5% against the previous close."
            ) with
            {
                IncidentId = "close-20250127",
                Published = SamplePublished.AtTheClose,
            },
            "Close of Mon 27 Jan: NVDA -17.0%, #chips -6.5%",
            SampleTimes.Close,
            345
        ) with
        {
            Reason = "How the day ended for what you were told of.",
            Others =
            [
                new MailLine(SampleTimes.Close, "NVDA", "closed at 118.42, -17.0%; -18.2% at the furthest.", Severity.Severe),
                new MailLine(SampleTimes.Close, "#chips", "closed with its median at -6.5%; -8.7% at the furthest.", Severity.Severe),
            ],
            Next = "You hear of NVDA and #chips again if it goes on in the next session.",
        };

    private static AlertMail NextSession() =>
        SampleSubscriber.FollowUp(
            5,
            SampleSubscriber.Mail(
                SampleIncidents.Chips(
                    MailKind.NextSession,
                    SampleTimes.NextOpen,
                    "The next session: chips open little changed, median of 15 names +0.2%; NVDA +2.9% after -17.0%."
                ),
                SampleIncidents.ChipsSubject,
                SampleTimes.NextOpen,
                60
            )
        ) with
        {
            Reason = "You were told of this on Monday at 09:30:30 ET.",
        };
}
