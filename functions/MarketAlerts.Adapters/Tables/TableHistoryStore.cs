using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Daily closes in the <c>History</c> table, one partition a symbol.</summary>
public sealed class TableHistoryStore(TableSet tables) : IHistoryStore
{
    private const int RowsPerTransaction = 100;
    private const int DaysReadPerClose = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(DateOnly Session, double Close)>> GetClosesAsync(
        Symbol symbol, DateOnly before, int count, CancellationToken cancellationToken)
    {
        var table = await tables.History;
        var from = TableKeys.Session(before.AddDays(-DaysReadPerClose * count));
        var closes = new List<(DateOnly, double)>();
        await foreach (var row in table.QueryRangeAsync(TableKeys.HistoryOf(symbol), from, TableKeys.Session(before), cancellationToken))
        {
            closes.Add((DateOnly.ParseExact(row.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture), row.GetDouble("close")!.Value));
        }

        return [.. closes.TakeLast(count)];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Symbol symbol, IReadOnlyList<(DateOnly Session, double Close, long Volume)> closes, CancellationToken cancellationToken)
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
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }
}
