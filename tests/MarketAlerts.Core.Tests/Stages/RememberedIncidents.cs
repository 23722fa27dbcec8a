using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Incidents in memory, each saved against the version it was read at.</summary>
internal sealed class RememberedIncidents : IIncidentStore
{
    private readonly SortedDictionary<string, Incident> _incidents = new(StringComparer.Ordinal);
    private int _versions;

    /// <summary>Called before each save: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>How many incidents were saved.</summary>
    public int Saves { get; private set; }

    /// <summary>By id.</summary>
    public IReadOnlyCollection<Incident> All => _incidents.Values;

    /// <summary>Puts an incident there, whatever was there.</summary>
    public void Put(Incident incident) => _incidents[incident.Id] = incident with { ETag = $"v{++_versions}" };

    /// <summary>An incident that is there.</summary>
    public Incident Get(string id) => _incidents[id];

    /// <summary>Forgets an incident.</summary>
    public void Remove(string id) => _incidents.Remove(id);

    public Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken) =>
        Task.FromResult(_incidents.GetValueOrDefault(id) is { } known && known.Session == session ? known : null);

    public async Task<IReadOnlyDictionary<string, Incident>> LoadAsync(
        DateOnly session,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var loaded = new Dictionary<string, Incident>();
        foreach (var id in ids)
        {
            if (await LoadAsync(session, id, cancellationToken) is { } incident)
            {
                loaded[id] = incident;
            }
        }

        return loaded;
    }

    public Task<IReadOnlyList<string>> SaveAsync(IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        Writing?.Invoke("incidents");
        var lost = new List<string>();
        foreach (var incident in incidents)
        {
            if (_incidents.GetValueOrDefault(incident.Id)?.ETag != incident.ETag)
            {
                lost.Add(incident.Id);
                continue;
            }

            Saves++;
            Put(incident);
        }

        return Task.FromResult<IReadOnlyList<string>>(lost);
    }

    public IAsyncEnumerable<Incident> ReadAsync(DateOnly session, CancellationToken cancellationToken) =>
        _incidents.Values.Where(incident => incident.Session == session).ToArray().ToAsyncEnumerable();

    public IAsyncEnumerable<Incident> ReadAllAsync(CancellationToken cancellationToken) => _incidents.Values.ToArray().ToAsyncEnumerable();
}
