using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>Sample mails of what a thread tells besides its opening, and of a storm.</summary>
internal static class SampleThreads
{
    private const string Close = "One mail after the close tells how it ended.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedMail> All { get; } =
    [
        new("worse", "Worse", "A move already told went much further, at the earliest half an hour after the last mail.", Worse()),
        new("reversed", "Turned round", "A rule of the subscriber fires on the other side: in the same thread, once.", Reversed()),
        new("storm", "Storm", "The third target that goes one way within half an hour: one thread for all of them.", Storm()),
    ];

    private static AlertMail Worse() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                SampleIncidents.Stock(
                    MailKind.Worse,
                    "MRVL",
                    SampleTimes.Escalated,
                    Severity.Severe,
                    "Further: MRVL stands at 101.69, -18.0% against the previous close.",
                    107.62
                ) with
                {
                    Published = SamplePublished.Nothing,
                },
                "MRVL down 13.2% at the open, 107.62 [severe]",
                SampleTimes.Escalated,
                45
            )
        ) with
        {
            Reason = "An incident you were told of went much further.",
            Next = "You hear of this again if it goes beyond -22.5%, it turns round as far or another level of yours is passed. " + Close,
        };

    private static AlertMail Reversed() =>
        SampleSubscriber.FollowUp(
            2,
            SampleSubscriber.Mail(
                SampleIncidents.Stock(
                    MailKind.Reversed,
                    "META",
                    SampleTimes.Recovered,
                    Severity.Plain,
                    "Turned round: META was +2.3% at 662.39 at 14:58 ET, beyond +2%.",
                    626.61
                ) with
                {
                    Direction = Direction.Up,
                },
                "META down 3.2% at the open, 626.61",
                SampleTimes.Recovered,
                45
            )
        ) with
        {
            Rules = [Rule.FromText("META moves 2% today")],
            Reason = "You asked for: META moves 2% today.",
            Next =
                "You hear of this again if it becomes severe, it goes beyond +4.3%, half of the swing is given back or another level of "
                + "yours is passed. "
                + Close,
        };

    private static AlertMail Storm() =>
        SampleSubscriber.Mail(
            SampleIncidents.Storm("4 of your names are down together: their median is -12.6%, MRVL -13.2%."),
            "4 of your names down by 09:30 ET, MRVL -13.2%, AVGO -12.8% [severe]",
            SampleTimes.Open,
            30
        ) with
        {
            Rules = [Rule.FromText("any of #tech severe")],
            Reason = "You asked for: any of #tech severe.",
            Others =
            [
                new MailLine(SampleTimes.Open, "MRVL", "-13.2% at 107.62.", Severity.Severe),
                new MailLine(SampleTimes.Open, "AVGO", "-12.8% at 213.40.", Severity.Severe),
                new MailLine(SampleTimes.Open, "NVDA", "-12.5% at 124.80.", Severity.Severe),
                new MailLine(SampleTimes.Open, "TSM", "-11.2% at 196.43.", Severity.Severe),
            ],
            Next =
                "You hear of it again after 30, 60 and 120 minutes while more names come, and when there are twice as many. Levels of "
                + "yours on a name, and what stands out, have mails of their own. "
                + Close,
        };
}
