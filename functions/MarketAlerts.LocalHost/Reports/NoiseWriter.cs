using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.LocalHost.Scenarios;

namespace MarketAlerts.LocalHost.Reports;

/// <summary>How much a day says to whom: the mails by subscriber, session and kind, and what was none of its own, and why.</summary>
internal sealed class NoiseWriter(Scenario scenario, IDeliveryStore deliveries, ILedgerStore ledger)
{
    /// <summary>Writes it, for everybody or for one subscriber.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="email">Whose; null for everybody.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task WriteAsync(TextWriter writer, string? email, CancellationToken cancellationToken)
    {
        var mails = await deliveries.ReadMailsAsync(cancellationToken).Select(mail => mail.Mail).ToListAsync(cancellationToken);
        foreach (var subscriber in scenario.Watch.Subscribers.Where(known => email is null || known.Email == email))
        {
            var own = mails.Where(mail => mail.To.Address == subscriber.Email).ToArray();
            await writer.WriteLineAsync($"{subscriber.Email}: {Count(own.Length)} mails");
            foreach (var line in MailsOf(own).Concat(await UntoldAsync(subscriber, cancellationToken)))
            {
                await writer.WriteLineAsync("  " + line);
            }
        }
    }

    private static IEnumerable<string> MailsOf(IEnumerable<AlertMail> mails) =>
        mails
            .GroupBy(mail => (Session: MarketCalendar.DateOf(mail.Clock.Sent), mail.Kind))
            .OrderBy(same => same.Key)
            .Select(same =>
                $"{Day(same.Key.Session)} {same.Key.Kind}: {Count(same.Count())}, folded {Count(same.Sum(mail => mail.Folded))}, joined "
                + Count(same.Sum(mail => mail.Others?.Count ?? 0))
            );

    private async Task<List<string>> UntoldAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var lines = await ledger.ReadLedgerAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken);
        return
        [
            .. lines
                .Where(line => line.Decision is DeliveryStep.Held or DeliveryStep.Waited or DeliveryStep.Kept or DeliveryStep.Dropped)
                .GroupBy(line => (Session: MarketCalendar.DateOf(line.At), line.Decision, line.Reason))
                .OrderBy(same => same.Key.Session)
                .ThenBy(same => same.Key.Decision)
                .ThenByDescending(same => same.Count())
                .Select(same =>
                    $"{Day(same.Key.Session)} {same.Key.Decision.ToString().ToLowerInvariant()} {Count(same.Count())}: {same.Key.Reason}"
                ),
        ];
    }

    private static string Day(DateOnly session) => session.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
