using Azure.Data.Tables;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The stories in the <c>News</c> table, each in the partition of all stories and once more in that of everything it is about. The recent ones are kept in memory,
/// and only what came since is read.
/// </summary>
public sealed class TableNewsStore(TableSet tables) : INewsStore, IDisposable
{
    private const int RowsPerTransaction = 100;
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10); // Another instance may write what it saw a little earlier.

    private readonly SemaphoreSlim _gate = new(1);
    private readonly SortedDictionary<string, Story> _recent = new(StringComparer.Ordinal);
    private DateTimeOffset? _complete; // From here on everything is in memory, up to the newest.

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Story>> LoadRecentAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var newest = _recent.Count > 0 ? _recent.Values.Last().SeenAt - Overlap : since;
            var from = _complete <= since && newest > since ? newest : since;
            var table = await tables.News;
            await foreach (var row in table.QueryRangeAsync(TableKeys.Stories, TableKeys.SeenFrom(from), TableKeys.SeenFrom(DateTimeOffset.MaxValue), cancellationToken))
            {
                _recent[row.RowKey] = StoryRow.Read(row);
            }

            _complete = since;
            foreach (var old in _recent.Keys.TakeWhile(key => string.CompareOrdinal(key, TableKeys.SeenFrom(since)) < 0).ToArray())
            {
                _recent.Remove(old);
            }

            return [.. _recent.Values];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Story>> LoadAsync(Target target, DateTimeOffset since, int count, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        var stories = new List<Story>();
        await foreach (var row in table.QueryRangeAsync(target.ToString(), "", TableKeys.AboutUntil(since), cancellationToken))
        {
            stories.Add(StoryRow.Read(row));
            if (stories.Count >= count)
            {
                break;
            }
        }

        return stories;
    }

    /// <inheritdoc/>
    public async Task SaveAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        var rows = stories.SelectMany(RowsOf).GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(RowsPerTransaction));
        foreach (var chunk in rows)
        {
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static IEnumerable<TableEntity> RowsOf(Story story) => story.Targets
        .Select(target => StoryRow.Write(target.ToString(), TableKeys.StoryAboutOf(story), story))
        .Prepend(StoryRow.Write(TableKeys.Stories, TableKeys.StoryOf(story), story));
}
