using System.Diagnostics;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Benchmarks.W2b;

/// <summary>Writes watchers in transactions of 100, with the keys and columns of the production store, which writes them one by one as people add rules.</summary>
/// <param name="table">The table.</param>
/// <param name="workload">Whose rows they are.</param>
/// <param name="progress">Who is told.</param>
internal sealed class WatcherRows(TableClient table, string workload, Progress progress)
{
    private const int RowsPerTransaction = 100;
    private const int Parallel = 4;
    private long _written;

    /// <summary>How many rows were written.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Writes partition after partition, the first one whole, until there are no more or the time is over.</summary>
    public async Task WriteAsync(IEnumerable<IEnumerable<Watcher>> partitions, TimeSpan budget, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var chunks = partitions
            .SelectMany((partition, number) => partition.Chunk(RowsPerTransaction).Select(chunk => (IsFirst: number is 0, Rows: chunk)))
            .TakeWhile(chunk => chunk.IsFirst || Stopwatch.GetElapsedTime(start) < budget);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(chunks, options, async (chunk, token) => await WriteAsync(chunk.Rows, token));
    }

    private async Task WriteAsync(Watcher[] watchers, CancellationToken cancellationToken)
    {
        var actions = watchers.Select(RowOf).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        await table.SubmitTransactionAsync(actions, cancellationToken);
        progress.Step($"{workload}: {Interlocked.Add(ref _written, watchers.Length)} rules written");
    }

    private static TableEntity RowOf(Watcher watcher) =>
        new(TableKeys.WatchersOf(watcher.Watch.Target, watcher.Watch.Metric, watcher.Watch.Direction), TableKeys.WatcherOf(watcher))
        {
            ["subscriber"] = watcher.Subscriber.Text,
            ["rule"] = watcher.Rule,
        };
}
