using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Finds the lines of a subscriber's ledger that are about an incident, newest first.</summary>
public sealed class IncidentLedger(ILedgerStore ledger)
{
    private const int MostLines = 100;

    /// <summary>What was decided about an incident for a subscriber, newest first.</summary>
    public async Task<IReadOnlyList<WhyLine>> ReadAsync(SubscriberId subscriber, string incidentId, CancellationToken cancellationToken) =>
        await ledger
            .ReadLedgerAsync(subscriber, cancellationToken)
            .Where(entry => entry.Incidents.Contains(incidentId))
            .Select(entry => new WhyLine(entry.At, entry.Decision.ToString().ToLowerInvariant(), entry.Reason))
            .Take(MostLines)
            .ToListAsync(cancellationToken);
}
