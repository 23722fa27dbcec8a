using MarketAlerts.Core.Incidents;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>Shows each new transition of an incident on the timeline, once it is saved.</summary>
internal sealed class TimelineIncidents(IIncidentStore inner, Timeline timeline, TimeProvider time) : IIncidentStore
{
    /// <inheritdoc/>
    public Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken) =>
        inner.LoadAsync(session, id, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Incident>> LoadAsync(
        DateOnly session,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => inner.LoadAsync(session, ids, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> SaveAsync(IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var before = await Task.WhenAll(incidents.Select(incident => inner.LoadAsync(incident.Session, incident.Id, cancellationToken)));
        var lost = await inner.SaveAsync(incidents, cancellationToken);
        foreach (var (incident, known) in incidents.Zip(before).Where(pair => !lost.Contains(pair.First.Id)))
        {
            foreach (var transition in incident.Transitions.Skip(known?.Transitions.Count ?? 0))
            {
                timeline.Show(time.GetUtcNow(), incident, transition);
            }
        }

        return lost;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Incident> ReadAsync(DateOnly session, CancellationToken cancellationToken) =>
        inner.ReadAsync(session, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Incident> ReadAllAsync(CancellationToken cancellationToken) => inner.ReadAllAsync(cancellationToken);
}
