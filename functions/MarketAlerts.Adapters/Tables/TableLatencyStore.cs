using System.Globalization;
using Azure;
using Azure.Data.Tables;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The latencies of alerts in the <c>Health</c> table: a row a slot of five minutes and bucket, its counts as text.</summary>
/// <param name="tables">The tables.</param>
public sealed class TableLatencyStore(TableSet tables) : ILatencyStore
{
    private const string Counts = "counts";
    private const string Since = "since";
    private const int RowsPerTransaction = 100;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Others kept writing the same row.</exception>
    public async Task AddAsync(DateTimeOffset at, string bucket, LatencyHistogram latencies, CancellationToken cancellationToken)
    {
        var (table, key) = (await tables.Health, TableKeys.LatenciesOf(SlotOf(at), bucket));
        await OptimisticWrite.RunAsync(AddOnceAsync, $"The latencies of {bucket} kept changing.", cancellationToken);

        async Task<bool> AddOnceAsync()
        {
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Latencies, key, null, cancellationToken);
            var known = stored.HasValue ? HistogramOf(stored.Value!) : LatencyHistogram.Empty;
            var row = new TableEntity(TableKeys.Latencies, key) { [Counts] = string.Join(' ', known.With(latencies).Counts) };
            var version = stored.HasValue ? stored.Value!.ETag.ToString() : null;
            return await table.TryWriteAsync(row, version, cancellationToken) is not null;
        }
    }

    /// <inheritdoc/>
    public async Task<LatencyHistogram> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var all = LatencyHistogram.Empty;
        await foreach (
            var row in (await tables.Health).QueryRangeAsync(
                TableKeys.Latencies,
                TableKeys.LatenciesFrom(SlotOf(from)),
                TableKeys.LatenciesFrom(DateTimeOffset.MaxValue),
                cancellationToken
            )
        )
        {
            all = all.With(HistogramOf(row));
        }

        return all;
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var table = await tables.Health;
        var old = await table
            .QueryRangeAsync(
                TableKeys.Latencies,
                TableKeys.LatenciesFrom(DateTimeOffset.MinValue),
                TableKeys.LatenciesFrom(SlotOf(before)),
                cancellationToken
            )
            .ToListAsync(cancellationToken);
        foreach (var rows in old.Chunk(RowsPerTransaction))
        {
            // Lost against another instance: that one removed them, or the next look does.
            await table.TryCommitAsync(
                [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))],
                cancellationToken
            );
        }
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> ReadBrokenSinceAsync(CancellationToken cancellationToken)
    {
        var row = await (await tables.Health).GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Alarms,
            TableKeys.LatencyAlarm,
            null,
            cancellationToken
        );
        return row.HasValue ? row.Value!.GetDateTimeOffset(Since) : null;
    }

    /// <inheritdoc/>
    public async Task SaveBrokenSinceAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var row = new TableEntity(TableKeys.Alarms, TableKeys.LatencyAlarm) { [Since] = since };
        await (await tables.Health).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static DateTimeOffset SlotOf(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % Slot.Ticks));

    /// <summary>Counts between other bounds, of an older or newer version, count for nothing.</summary>
    private static LatencyHistogram HistogramOf(TableEntity row)
    {
        var counts = row.GetString(Counts).Split(' ');
        return counts.Length == LatencyHistogram.Empty.Counts.Count
            ? new LatencyHistogram([.. counts.Select(count => long.Parse(count, CultureInfo.InvariantCulture))])
            : LatencyHistogram.Empty;
    }
}
