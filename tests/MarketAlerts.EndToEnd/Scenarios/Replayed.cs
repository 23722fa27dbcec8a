using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A scenario, replayed once for all tests of a class, as lines to compare. Times are UTC.</summary>
/// <typeparam name="TTests">The tests.</typeparam>
public sealed class Replayed<TTests> : IAsyncLifetime
    where TTests : IReplays
{
    private static readonly MailKind[] Others = [MailKind.Notice, MailKind.Welcome, MailKind.ProofOfLife, MailKind.ChannelBroken];

    private ReplayRun? _run;

    internal ReplayReport Report => _run!.Report;

    /// <summary>Incidents by time: id, opened at, severity in the end.</summary>
    internal IEnumerable<string> Incidents =>
        Report.Incidents.Select(incident => $"{incident.Id} {Minute(incident.OpenedAt)} {incident.Severity}");

    /// <summary>What changed in incidents after they opened, without recovery.</summary>
    internal IEnumerable<string> Changes =>
        from incident in Report.Incidents
        from step in incident.Transitions
        where step.To.StartsWith("member", StringComparison.Ordinal) || step.To.StartsWith("escalated", StringComparison.Ordinal)
        select $"{incident.Id} {Minute(step.At)} {step.To} {step.Reason.Split(' ')[0]}";

    /// <summary>
    /// Alerts of every kind by time: when, to whom, what kind, of which incident, the market's minute, and the rules in order of the alphabet.
    /// </summary>
    internal IEnumerable<string> Mails =>
        Report
            .Mails.Where(mail => !Others.Contains(mail.Kind))
            .Select(mail =>
                $"{mail.SentAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {mail.Subscriber.Split('@')[0]} {mail.Kind} "
                + $"{mail.Incident} {Minute(mail.MarketTime)}: {WhyOf(mail)}"
            );

    /// <summary>Mails that hold only notices: when sent, to whom, and the subject.</summary>
    internal IEnumerable<string> Notices =>
        Report
            .Mails.Where(mail => mail.Kind is MailKind.Notice)
            .Select(mail =>
                $"{mail.SentAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {mail.Subscriber.Split('@')[0]} {mail.Subject}"
            );

    /// <summary>The text of each mail to somebody, in the order of arrival, on one line each.</summary>
    internal IReadOnlyList<string> TextsTo(string subscriber) =>
        [
            .. _run!
                .Received.Where(mail => mail.To[0].StartsWith(subscriber, StringComparison.Ordinal))
                .Select(mail => string.Join(' ', mail.Message.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];

    /// <summary>Quotes that were held, with the reason.</summary>
    internal IEnumerable<string> Held =>
        Report.Held.Where(held => held.Symbol is not null).Select(held => $"{held.Symbol} {Minute(held.At)} {held.Reason}");

    /// <summary>Quotes that were rejected, with the reason; a reason that repeats from poll to poll is there once.</summary>
    internal IEnumerable<string> Rejected =>
        Report.Rejected.Select(rejected => $"{rejected.Symbol} {Minute(rejected.MarketTime)} {rejected.Reason}");

    internal int ConfirmedByPeers => Report.Counts["quotesConfirmedByPeers"];

    public async ValueTask InitializeAsync() =>
        _run = await ReplayRun.OfAsync(Repository.Scenario(TTests.Scenario), CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Minute(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string WhyOf(ReplayReport.MailLine mail)
    {
        const string Rules = "You asked for: ";
        return mail.Reason.StartsWith(Rules, StringComparison.Ordinal)
            ? string.Join("; ", mail.Reason[Rules.Length..^1].Split("; ").Order(StringComparer.Ordinal))
            : mail.Reason;
    }
}
