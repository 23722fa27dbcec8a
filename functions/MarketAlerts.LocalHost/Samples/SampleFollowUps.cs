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
            FollowsUp = true,
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
                SampleIncidents.Stock(
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
            FollowsUp = true,
        };

    private static AlertMail CloseOfDay() =>
        SampleSubscriber.FollowUp(
            4,
            SampleSubscriber.Mail(
                SampleIncidents.Chips(
                    MailKind.CloseOfDay,
                    SampleTimes.Close,
                    "Chips closed sharply lower: median of 15 names -6.5%, 14 of them lower, NVDA -17.0%."
                ) with
                {
                    Published = SamplePublished.AtTheClose,
                },
                SampleIncidents.ChipsSubject,
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
