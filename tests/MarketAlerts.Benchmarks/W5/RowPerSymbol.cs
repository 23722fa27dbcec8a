using Azure.Data.Tables;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W5;

/// <summary>What one would write first: a row a symbol, read and written at each poll.</summary>
/// <param name="table">A table of its own.</param>
internal sealed class RowPerSymbol(TableClient table)
{
    private const string Partition = "symbols";
    private const int RowsPerTransaction = 100;
    private const int Parallel = 16;

    /// <summary>Reads the partition and writes all rows in transactions.</summary>
    public async Task PollInBatchesAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken))
        { }

        foreach (var chunk in Tickers.All.Select(symbol => RowOf(symbol.Text)).Chunk(RowsPerTransaction))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }

    /// <summary>Reads and writes one row after another, 16 at a time, for some of the symbols.</summary>
    public Task PollOneByOneAsync(int symbols, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        return System.Threading.Tasks.Parallel.ForEachAsync(
            Tickers.All.Take(symbols),
            options,
            async (symbol, token) =>
            {
                await table.GetEntityIfExistsAsync<TableEntity>(Partition, symbol.Text, cancellationToken: token);
                await table.UpsertEntityAsync(RowOf(symbol.Text), TableUpdateMode.Replace, token);
            }
        );
    }

    /// <summary>The six numbers that a simple alert needs.</summary>
    private static TableEntity RowOf(string symbol) =>
        new(Partition, symbol)
        {
            ["last"] = 123.45,
            ["open"] = 120.5,
            ["previousClose"] = 119.75,
            ["lowest"] = 118.2,
            ["highest"] = 124.0,
            ["volume"] = 1_000_000L,
        };
}
