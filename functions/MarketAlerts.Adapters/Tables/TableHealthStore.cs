using Azure.Data.Tables;
using MarketAlerts.Core.Stages.Health;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The health of the sources in the Health table.</summary>
/// <param name="tables">The tables.</param>
public sealed class TableHealthStore(TableSet tables) : IHealthStore
{
    /// <inheritdoc/>
    public async Task SaveAsync(SourceHealth health, CancellationToken cancellationToken)
    {
        var row = new TableEntity(TableKeys.Sources, health.Source)
        {
            ["state"] = health.State.ToString(),
            ["since"] = health.Since,
            ["seenAt"] = health.SeenAt,
            ["lastGood"] = health.LastGood,
            ["problem"] = health.Problem,
        };
        await (await tables.Health).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var health = new List<SourceHealth>();
        await foreach (
            var row in (await tables.Health).QueryAsync<TableEntity>(
                row => row.PartitionKey == TableKeys.Sources,
                cancellationToken: cancellationToken
            )
        )
        {
            health.Add(
                new SourceHealth(
                    row.RowKey,
                    Enum.Parse<SourceState>(row.GetString("state")),
                    row.GetDateTimeOffset("since") ?? default,
                    row.GetDateTimeOffset("seenAt") ?? default,
                    row.GetDateTimeOffset("lastGood"),
                    row.GetString("problem") ?? ""
                )
            );
        }

        return health;
    }
}
