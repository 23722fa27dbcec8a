namespace MarketAlerts.Core.Incidents;

/// <summary>Keeps the incidents, each saved against the version it was read at.</summary>
public interface IIncidentStore
{
    /// <summary>An incident, or null.</summary>
    Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken);

    /// <summary>Some incidents of a session, by id; those that are not there are left out.</summary>
    Task<IReadOnlyDictionary<string, Incident>> LoadAsync(
        DateOnly session,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    );

    /// <summary>Saves incidents of one session, many in one write.</summary>
    /// <returns>The ids of those that somebody else saved first.</returns>
    Task<IReadOnlyList<string>> SaveAsync(IReadOnlyList<Incident> incidents, CancellationToken cancellationToken);

    /// <summary>The incidents of a session, by id.</summary>
    IAsyncEnumerable<Incident> ReadAsync(DateOnly session, CancellationToken cancellationToken);

    /// <summary>All incidents, by session and id.</summary>
    IAsyncEnumerable<Incident> ReadAllAsync(CancellationToken cancellationToken);
}
