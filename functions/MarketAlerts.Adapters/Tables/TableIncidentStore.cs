using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The incidents in the <c>Incidents</c> table, one partition a session.</summary>
public sealed class TableIncidentStore(TableSet tables) : IIncidentStore
{
    /// <inheritdoc/>
    public async Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Session(session), id, null, cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Incident incident, CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        var row = new TableEntity(TableKeys.Session(incident.Session), incident.Id);
        row.SetDocument(incident);
        return await table.TryWriteAsync(row, incident.ETag, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Incident> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    private static Incident Read(TableEntity row) => row.GetDocument<Incident>() with { ETag = row.ETag.ToString() };
}
