using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>Shows each new transition of an incident on the timeline, once it is saved.</summary>
public sealed class TimelineIncidents(IIncidentStore inner, Timeline timeline, TimeProvider time) : IIncidentStore
{
    /// <inheritdoc/>
    public Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken) => inner.LoadAsync(session, id, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Incident incident, CancellationToken cancellationToken)
    {
        var before = await inner.LoadAsync(incident.Session, incident.Id, cancellationToken);
        var saved = await inner.SaveAsync(incident, cancellationToken);
        foreach (var transition in saved ? incident.Transitions.Skip(before?.Transitions.Count ?? 0) : [])
        {
            timeline.Show(time.GetUtcNow(), incident, transition);
        }

        return saved;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Incident> ReadAllAsync(CancellationToken cancellationToken) => inner.ReadAllAsync(cancellationToken);
}
