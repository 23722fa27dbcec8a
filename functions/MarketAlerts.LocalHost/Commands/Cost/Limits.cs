using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// The limits of the services in the worst minute: every page crosses at once, and every subscriber is told of it before the alert is late.
/// Pure.
/// </summary>
/// <param name="inputs">The deployment.</param>
/// <param name="counted">The counted operations.</param>
internal sealed class Limits(CostInputs inputs, Operations counted)
{
    private const double LateAfterSeconds = 900; // Delivery:LateAfterMinutes.
    private const double FilingSeconds = 60;
    private const double RowsFiledASubscriber = 1.01; // An item each, and a marker for 99 of them.
    private const double RowsOfAMail = 9; // Claimed: mail, wait, story, told, history, ledger, item removed; recorded: mail, ledger.
    private const double RowsOfASectionRequest = 1_000;
    private const double RulesASubscriber = 5;
    private const double SectionsOfAPage = 8;
    private const double EventBytes = 45_000; // EventPublisher splits there.
    private const double MostBytesASymbol = 660; // What the benchmark Memory allows at the end of a day.
    private const double Kilobyte = 1_024;
    private const int FewInstances = 20; // Functions that wait for messages or timers, one each.
    private const double FlushRequestBytes = 500;
    private const double RunsWithoutTradingAWeek = (5 * 48) + (2 * 144); // Of Housekeeping: eight hours of a weekday, and the weekend.

    /// <summary>Mails of a second when everybody is told of one crash.</summary>
    public double MailsASecond => inputs.Subscribers / LateAfterSeconds;

    public IReadOnlyList<LimitCheck> All =>
        [
            new(
                "rows a second in one bucket (partition), filing",
                inputs.Subscribers / (double)inputs.Buckets * RowsFiledASubscriber / FilingSeconds,
                2_000
            ),
            new("rows a second in one bucket (partition), mailing", MailsASecond / inputs.Buckets * RowsOfAMail, 2_000),
            new(
                "rules read a second from one section (partition)",
                inputs.Subscribers * RulesASubscriber / (inputs.Pages * SectionsOfAPage) / FilingSeconds,
                2_000
            ),
            new(
                "requests a second to the account",
                PollRequestsASecond
                    + (inputs.Subscribers * (counted.RouteSubscriber + (RulesASubscriber / RowsOfASectionRequest)) / FilingSeconds)
                    + (MailsASecond * counted.MailOfMany),
                20_000
            ),
            new(
                "rows to be removed a week",
                inputs.Mails / CostInputs.MonthDays * 7 * CostModel.RowsLeftByAMail,
                RunsWithoutTradingAWeek * new RetentionOptions().RowsPerRun
            ),
            new("bytes of a page's row", Math.Max(counted.BytesAPage, MostBytesASymbol * CostInputs.SymbolsPerPage), Kilobyte * Kilobyte),
            new("bytes of a message", EventBytes, 256 * Kilobyte),
            new("bytes waiting in one queue", inputs.Pages * inputs.Buckets * FlushRequestBytes * 3, Kilobyte * Kilobyte * Kilobyte),
            new("instances of the app", FewInstances + SendingInstances, 1_000),
            new("MB of all instances in the region", (FewInstances + SendingInstances) * inputs.InstanceMegabytes, 512_000),
            new("connections to Service Bus", FewInstances + SendingInstances, 5_000),
        ];

    /// <summary>Mails a minute that the mail service must take.</summary>
    public double MailsAMinute => Math.Ceiling(MailsASecond * 60);

    private double PollRequestsASecond =>
        (
            (counted.CrossingPage * inputs.Pages)
            + (counted.FlushDueBucket * inputs.Buckets)
            + ((counted.BasketsPage + counted.IncidentsPage) * inputs.Pages)
        ) / 20.0;

    private double SendingInstances =>
        Math.Ceiling(MailsASecond * Effort.MailCpuSeconds / (inputs.InstanceMegabytes / Instances.MegabytesPerCore));
}

/// <summary>A limit of a service and how near the deployment comes to it.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Value">What the deployment needs at its worst.</param>
/// <param name="Most">The limit.</param>
internal sealed record LimitCheck(string Name, double Value, double Most)
{
    public bool Holds => Value <= Most;
}
