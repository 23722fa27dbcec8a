using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Applies events to stored incidents, against the version read; whoever loses reads again. Applying an event twice changes nothing.</summary>
public sealed class IncidentDesk(IIncidentStore incidents, IncidentReducer reducer)
{
    private const int Attempts = 20;

    /// <summary>Opens or updates the incident of an event's own target.</summary>
    public async Task<(Incident Incident, IncidentChange Change)> ApplyOwnAsync(MarketEvent evidence, CancellationToken cancellationToken)
    {
        var applied = await ApplyAsync(evidence, Incident.IdOf(evidence), current => reducer.ApplyOwn(current, evidence), cancellationToken);
        return applied!.Value;
    }

    /// <summary>Notes that the incident of an event's own target has recovered; nothing when none is open.</summary>
    public Task<(Incident Incident, IncidentChange Change)?> ApplyRecoveryAsync(MarketEvent evidence, CancellationToken cancellationToken)
    {
        var id = Incident.IdOf(Target.Parse(evidence.Target), evidence.Direction, evidence.Session);
        return ApplyAsync(evidence, id, current => current is null ? null : reducer.ApplyRecovery(current, evidence), cancellationToken);
    }

    /// <summary>Takes a member's event into a basket's incident; null when none is open in its direction.</summary>
    public Task<(Incident Incident, IncidentChange Change)?> ApplyMemberAsync(
        string basket, Direction direction, MarketEvent evidence, CancellationToken cancellationToken)
    {
        var id = Incident.IdOf(Target.OfBasket(basket), direction, evidence.Session);
        return ApplyAsync(evidence, id, current => current is null ? null : reducer.ApplyMember(current, evidence), cancellationToken);
    }

    private async Task<(Incident, IncidentChange)?> ApplyAsync(
        MarketEvent evidence, string id, Func<Incident?, (Incident Incident, IncidentChange Change)?> apply, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var current = await incidents.LoadAsync(evidence.Session, id, cancellationToken);
            if (apply(current) is not { } next)
            {
                return null;
            }

            var unchanged = ReferenceEquals(next.Incident, current);
            if (unchanged || await incidents.SaveAsync(next.Incident, cancellationToken))
            {
                return next;
            }
        }

        throw new InvalidOperationException($"Incident {id} kept changing; the message is delivered again.");
    }
}
