using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Ports;

/// <summary>Keeps the incidents, each saved against the version it was read at.</summary>
public interface IIncidentStore
{
    /// <summary>An incident, or null.</summary>
    Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken);

    /// <summary>Saves an incident; false when somebody else saved first.</summary>
    Task<bool> SaveAsync(Incident incident, CancellationToken cancellationToken);

    /// <summary>All incidents, by session and id.</summary>
    IAsyncEnumerable<Incident> ReadAllAsync(CancellationToken cancellationToken);
}
