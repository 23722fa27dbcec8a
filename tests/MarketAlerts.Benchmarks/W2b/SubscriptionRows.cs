using System.Diagnostics;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.W2b;

/// <summary>Writes subscriptions in transactions of 100 as the production store writes them one by one as people add rules.</summary>
/// <param name="table">The table.</param>
/// <param name="catalog">What is watched.</param>
/// <param name="workload">Whose rows they are.</param>
/// <param name="progress">Who is told.</param>
internal sealed class SubscriptionRows(TableClient table, Catalog catalog, string workload, Progress progress)
{
    private const int RowsPerTransaction = 100;
    private const int Parallel = 4;
    private long _written;

    /// <summary>How many rows were written.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Writes partition after partition, the first one whole, until there are no more or the time is over.</summary>
    public async Task WriteAsync(IEnumerable<IEnumerable<Subscription>> partitions, TimeSpan budget, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var chunks = partitions
            .SelectMany((partition, number) => partition.Chunk(RowsPerTransaction).Select(chunk => (IsFirst: number is 0, Rows: chunk)))
            .TakeWhile(chunk => chunk.IsFirst || Stopwatch.GetElapsedTime(start) < budget);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(chunks, options, async (chunk, token) => await WriteAsync(chunk.Rows, token));
    }

    private async Task WriteAsync(Subscription[] subscriptions, CancellationToken cancellationToken)
    {
        var actions = subscriptions
            .Select(subscription => SubscriptionRow.Write(subscription, catalog))
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        await table.SubmitTransactionAsync(actions, cancellationToken);
        progress.Step($"{workload}: {Interlocked.Add(ref _written, subscriptions.Length)} rules written");
    }
}
