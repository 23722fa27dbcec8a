using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Reads, changes and saves stored incidents against the version read; whoever loses reads again. Applying the same evidence twice changes
/// nothing.
/// </summary>
public sealed class IncidentUpdater(IIncidentStore incidents, IncidentReducer reducer)
{
    /// <summary>Changes incidents together.</summary>
    /// <param name="ids">The incidents that may be touched, with their sessions.</param>
    /// <param name="apply">Applies the evidence; called again with what stands then when another instance saved first.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What <paramref name="apply"/> returned for what was saved.</returns>
    public Task<T> ApplyAsync<T>(
        IReadOnlyCollection<(DateOnly Session, string Id)> ids,
        Func<IncidentBatch, T> apply,
        CancellationToken cancellationToken
    )
    {
        return OptimisticWrite.RunAsync(ApplyOnceAsync, "An incident kept changing; the message is delivered again.", cancellationToken);

        async Task<(bool IsSaved, T Result)> ApplyOnceAsync()
        {
            var updates = new IncidentBatch(reducer, await LoadAsync(ids, cancellationToken));
            var result = apply(updates);
            return (await SaveAsync(updates, cancellationToken), result);
        }
    }

    private async Task<Dictionary<string, Incident>> LoadAsync(
        IEnumerable<(DateOnly Session, string Id)> ids,
        CancellationToken cancellationToken
    )
    {
        var loaded = new Dictionary<string, Incident>();
        foreach (var session in ids.Distinct().GroupBy(incident => incident.Session, incident => incident.Id))
        {
            foreach (var (id, incident) in await incidents.LoadAsync(session.Key, [.. session], cancellationToken))
            {
                loaded[id] = incident;
            }
        }

        return loaded;
    }

    private async Task<bool> SaveAsync(IncidentBatch updates, CancellationToken cancellationToken)
    {
        var lost = 0;
        foreach (var session in updates.Changed.GroupBy(incident => incident.Session))
        {
            lost += (await incidents.SaveAsync([.. session], cancellationToken)).Count;
        }

        return lost is 0;
    }
}
