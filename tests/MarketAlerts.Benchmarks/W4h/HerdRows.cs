using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W2b;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>Loads the herd's rules and readers in transactions, with the keys and columns of the production stores. Not timed.</summary>
internal static class HerdRows
{
    private const int RowsPerTransaction = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>Loads everything.</summary>
    /// <exception cref="BenchmarkException">It was loaded before: who was told is not told again.</exception>
    public static async Task LoadAsync(HerdPlan plan, Catalog catalog, TableSet tables, IRecipientStore recipients, Progress progress, CancellationToken cancellationToken)
    {
        var first = new WatchedRange(Target.OfSymbol(plan.Symbols[0]), MetricId.DayMove, Direction.Down, LevelRange.All);
        if ((await new TableWatcherStore(tables).FindAsync([first], catalog, cancellationToken))[0].Count > 0)
        {
            throw new BenchmarkException("W4h needs an Azurite on which it has not run before.");
        }

        await new WatcherRows(await tables.Watchers, catalog, "W4h", progress).WriteAsync(plan.Watchers, Longest, cancellationToken);
        await WriteProfilesAsync(plan, await tables.Recipients, recipients, cancellationToken);
    }

    private static async Task WriteProfilesAsync(HerdPlan plan, TableClient table, IRecipientStore recipients, CancellationToken cancellationToken)
    {
        var rules = plan.Watchers.SelectMany(watchers => watchers).ToLookup(watcher => watcher.Subscriber, watcher => watcher.Rule);
        var readers = plan.Readers.Select(address => new Subscriber(address, "America/New_York", [.. rules[SubscriberId.Of(address)]], null, false));
        foreach (var chunk in readers.GroupBy(reader => recipients.BucketOf(reader.Id)).SelectMany(bucket => bucket.Chunk(RowsPerTransaction)))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(reader => new TableTransactionAction(TableTransactionActionType.UpsertReplace, RowOf(reader, recipients))), cancellationToken);
        }
    }

    private static TableEntity RowOf(Subscriber reader, IRecipientStore recipients) =>
        new(recipients.BucketOf(reader.Id), TableKeys.ProfileOf(reader.Id)) { ["doc0"] = StoredJson.Write(reader) };
}
