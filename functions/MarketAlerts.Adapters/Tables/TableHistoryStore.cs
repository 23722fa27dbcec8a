using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Daily closes in the <c>History</c> table, one partition a symbol.</summary>
public sealed class TableHistoryStore(TableSet tables) : IHistoryStore
{
    private const int RowsPerTransaction = 100;
    private const int DaysReadPerClose = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyClose>> GetClosesAsync(
        Symbol symbol,
        DateOnly before,
        int count,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.History;
        var from = TableKeys.Session(before.AddDays(-DaysReadPerClose * count));
        var closes = new List<DailyClose>();
        await foreach (var row in table.QueryRangeAsync(TableKeys.HistoryOf(symbol), from, TableKeys.Session(before), cancellationToken))
        {
            var session = DateOnly.ParseExact(row.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture);
            closes.Add(new DailyClose(session, row.GetDouble("close")!.Value, row.GetInt64("volume") ?? 0));
        }

        return [.. closes.TakeLast(count)];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Symbol symbol, IReadOnlyList<DailyClose> closes, CancellationToken cancellationToken)
    {
        var table = await tables.History;
        var rows = closes.Select(day => new TableEntity(TableKeys.HistoryOf(symbol), TableKeys.Session(day.Session))
        {
            ["close"] = day.Close,
            ["volume"] = day.Volume,
        });
        foreach (var chunk in rows.Chunk(RowsPerTransaction))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }
}
