using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Scenarios;
using Newtonsoft.Json;

namespace MarketAlerts.LocalHost.Reports;

/// <summary>Reads the stores after a replay and writes the report.</summary>
internal sealed class ReportWriter(
    Scenario scenario,
    ICatalogStore catalogs,
    IMarketStore market,
    IIncidentStore incidents,
    IDeliveryStore deliveries,
    ILedgerStore ledger,
    FunctionInvoker invoker
)
{
    /// <summary>Reads everything the replay left.</summary>
    public async Task<ReplayReport> ReadAsync(CancellationToken cancellationToken)
    {
        var verdicts = await ReadVerdictsAsync(cancellationToken);
        var opened = await incidents.ReadAllAsync(cancellationToken).Select(ReportLines.LineFor).ToListAsync(cancellationToken);
        var mails = await deliveries.ReadMailsAsync(cancellationToken).Select(ReportLines.LineFor).ToListAsync(cancellationToken);
        var held = await ReadHeldAsync(verdicts, cancellationToken);
        var rejected = verdicts.Where(verdict => verdict.Kind is VerdictKind.Reject).Select(ReportLines.LineFor).ToArray();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["held"] = held.Count,
            ["incidents"] = opened.Count,
            ["mails"] = mails.Count,
            ["quotes"] = scenario.Quotes.Count,
            ["quotesConfirmedByPeers"] = verdicts.Count(verdict => verdict.Reason is VerdictReason.JumpConfirmedByPeers),
            ["rejected"] = rejected.Length,
        };
        return new ReplayReport(
            scenario.Name,
            scenario.From,
            scenario.To,
            [.. opened.OrderBy(line => line.OpenedAt).ThenBy(line => line.Id, StringComparer.Ordinal)],
            [
                .. mails
                    .OrderBy(line => line.SentAt)
                    .ThenBy(line => line.Subscriber, StringComparer.Ordinal)
                    .ThenBy(line => line.MessageId, StringComparer.Ordinal),
            ],
            held,
            rejected,
            counts,
            ReportLines.Latencies(invoker.Durations)
        );
    }

    /// <summary>Writes the report to a file.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var report = await ReadAsync(cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllTextAsync(
            path,
            JsonConvert.SerializeObject(report, Formatting.Indented, StoredJson.Settings) + "\n",
            cancellationToken
        );
    }

    private async Task<List<Verdict>> ReadVerdictsAsync(CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var verdicts = new List<Verdict>();
        foreach (var page in catalog.PageNames)
        {
            verdicts.AddRange(await market.ReadVerdictsAsync(page, cancellationToken).ToListAsync(cancellationToken));
        }

        return verdicts;
    }

    private async Task<IReadOnlyList<ReplayReport.HeldLine>> ReadHeldAsync(
        IEnumerable<Verdict> verdicts,
        CancellationToken cancellationToken
    )
    {
        var emails = scenario.Watch.Subscribers.ToDictionary(subscriber => subscriber.Id, subscriber => subscriber.Email);
        var deliveries = await ledger
            .ReadLedgerAsync(cancellationToken)
            .Where(entry => entry.Decision is DeliveryStep.Held or DeliveryStep.Waited or DeliveryStep.Kept or DeliveryStep.Dropped)
            .Select(entry => new ReplayReport.HeldLine(null, emails.GetValueOrDefault(entry.Subscriber), entry.At, entry.Reason))
            .ToListAsync(cancellationToken);
        var quotes = verdicts
            .Where(verdict => verdict.Kind is VerdictKind.Hold)
            .Select(verdict => new ReplayReport.HeldLine(verdict.Symbol.Text, null, verdict.MarketTime, verdict.Reason.ToString()));
        return
        [
            .. quotes.Concat(deliveries).OrderBy(line => line.At).ThenBy(line => line.Symbol ?? line.Subscriber, StringComparer.Ordinal),
        ];
    }
}
