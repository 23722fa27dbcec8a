using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The incidents in the <c>Incidents</c> table, one partition a session.</summary>
public sealed class TableIncidentStore(TableSet tables) : IIncidentStore
{
    private const int RowsPerTransaction = 100;
    private const int BytesPerTransaction = 2_000_000;
    private const int ParallelReads = 16;

    /// <summary>Of as many incidents it is asked first which there are: where much falls at once, most are new.</summary>
    private const int Crowd = 100;

    /// <inheritdoc/>
    public async Task<Incident?> LoadAsync(DateOnly session, string id, CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Session(session), id, null, cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Incident>> LoadAsync(
        DateOnly session,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var known = ids.Count < Crowd ? ids : await KnownAsync(session, ids, cancellationToken);
        var found = new Incident?[known.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            known.Index(),
            parallel,
            async (next, cancelled) => found[next.Index] = await LoadAsync(session, next.Item, cancelled)
        );
        return found.OfType<Incident>().ToDictionary(incident => incident.Id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> SaveAsync(IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        var lost = new List<string>();
        foreach (var together in RowBatches.Split(incidents.Select(Row), RowsPerTransaction, BytesPerTransaction))
        {
            if (
                together.Count > 1
                && await table.TryCommitAllAsync([.. together.Select(row => ConditionalWrites.Write(row.Row, row.ETag))], cancellationToken)
                    is not null
            )
            {
                continue;
            }

            foreach (var (row, etag) in together)
            {
                if (await table.TryWriteAsync(row, etag, cancellationToken) is null)
                {
                    lost.Add(row.RowKey);
                }
            }
        }

        return lost;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Incident> ReadAsync(DateOnly session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Incidents;
        var partition = TableKeys.Session(session);
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                cancellationToken: cancellationToken
            )
        )
        {
            yield return Read(row);
        }
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

    /// <summary>Those that exist: one range of keys, without what the rows hold.</summary>
    private async Task<IReadOnlyCollection<string>> KnownAsync(
        DateOnly session,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.Incidents;
        var (first, last) = (ids.Min(StringComparer.Ordinal)!, ids.Max(StringComparer.Ordinal)!);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKeys.Session(session)} and RowKey ge {first} and RowKey le {last}"
        );
        var known = await table
            .QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken)
            .Select(row => row.RowKey)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        known.IntersectWith(ids);
        return known;
    }

    private static (TableEntity Row, string? ETag) Row(Incident incident)
    {
        var row = new TableEntity(TableKeys.Session(incident.Session), incident.Id);
        row.SetDocument(incident);
        return (row, incident.ETag);
    }

    private static Incident Read(TableEntity row) => row.GetDocument<Incident>() with { ETag = row.ETag.ToString() };
}
