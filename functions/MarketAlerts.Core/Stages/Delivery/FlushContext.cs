using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>What one flush has read: the catalog, and each incident once, however many are told of it.</summary>
/// <param name="catalog">What is watched.</param>
/// <param name="incidents">Reads incidents.</param>
public sealed class FlushContext(Catalog catalog, IIncidentStore incidents)
{
    private readonly Dictionary<(DateOnly Session, string Id), Incident?> _incidents = [];

    /// <summary>What is watched.</summary>
    public Catalog Catalog => catalog;

    /// <summary>Reads the incidents that some mailboxes name or were told of in the same sessions.</summary>
    public async Task ReadAsync(IReadOnlyList<Mailbox> mailboxes, CancellationToken cancellationToken)
    {
        var wanted = mailboxes.SelectMany(IncidentsOf).Distinct().Where(incident => !_incidents.ContainsKey(incident));
        foreach (var session in wanted.GroupBy(incident => incident.Session, incident => incident.Id).ToArray())
        {
            string[] ids = [.. session];
            var loaded = await incidents.LoadAsync(session.Key, ids, cancellationToken);
            foreach (var id in ids)
            {
                _incidents[(session.Key, id)] = loaded.GetValueOrDefault(id);
            }
        }
    }

    /// <summary>The incidents of a mailbox, by id.</summary>
    public IReadOnlyDictionary<string, Incident> IncidentsFor(Mailbox mailbox) =>
        IncidentsOf(mailbox)
            .Distinct()
            .Select(key => _incidents.GetValueOrDefault(key))
            .OfType<Incident>()
            .ToDictionary(incident => incident.Id);

    private static IEnumerable<(DateOnly Session, string Id)> IncidentsOf(Mailbox mailbox)
    {
        var named = mailbox
            .Items.SelectMany(row => row.Item!.Entries)
            .Where(entry => entry.Notice is null)
            .Select(entry => (entry.Session, entry.IncidentId))
            .ToArray();
        var sessions = named.Select(incident => incident.Session).ToHashSet();
        var isClose = mailbox.Items.Any(row => row.Item!.Entries.Any(entry => entry.Kind is EntryKind.CloseOfDay));
        return named.Concat(
            mailbox.History.Told.Where(told => (isClose || sessions.Contains(told.Session))).Select(told => (told.Session, told.Incident))
        );
    }
}
