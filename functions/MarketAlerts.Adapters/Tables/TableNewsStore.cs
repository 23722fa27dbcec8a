using Azure.Data.Tables;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The stories in the <c>News</c> table: each in the partition of everything it is about, then, last, in that of all stories, by which it
/// counts as known.
/// </summary>
public sealed class TableNewsStore(TableSet tables) : INewsStore
{
    private const int RowsPerTransaction = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Story>> LoadRecentAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        var stories = new List<Story>();
        await foreach (
            var row in table.QueryRangeAsync(
                TableKeys.Stories,
                TableKeys.SeenFrom(since),
                TableKeys.SeenFrom(DateTimeOffset.MaxValue),
                cancellationToken
            )
        )
        {
            stories.Add(StoryRow.Read(row));
        }

        return stories;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Story>> LoadAsync(
        Target target,
        DateTimeOffset from,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.News;
        var stories = new List<Story>();
        await foreach (
            var row in table.QueryRangeAsync(
                target.ToString(),
                TableKeys.AboutFrom(until),
                TableKeys.AboutUntil(from),
                cancellationToken,
                count
            )
        )
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
    public async Task AddAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        await SaveAsync(stories.SelectMany(AboutRowsOf), cancellationToken);
        await SaveAsync(stories.Select(RowOf), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Story> ChangeAsync(Story story, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        return await OptimisticWrite.RunAsync(
            ChangeOnceAsync,
            $"Story {story.Id} kept changing; the message is delivered again.",
            cancellationToken
        );

        async Task<(bool IsSaved, Story Merged)> ChangeOnceAsync()
        {
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(
                TableKeys.Stories,
                TableKeys.StoryOf(story),
                null,
                cancellationToken
            );
            var merged = stored.HasValue ? story.With(StoryRow.Read(stored.Value!)) : story;
            await SaveAsync(AboutRowsOf(merged), cancellationToken);
            var version = stored.HasValue ? stored.Value!.ETag.ToString() : null;
            return (await table.TryWriteAsync(RowOf(merged), version, cancellationToken) is not null, merged);
        }
    }

    private async Task SaveAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        foreach (var chunk in rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(RowsPerTransaction)))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }

    private static TableEntity RowOf(Story story) => StoryRow.Write(TableKeys.Stories, TableKeys.StoryOf(story), story);

    private static IEnumerable<TableEntity> AboutRowsOf(Story story) =>
        story.Targets.Select(target => StoryRow.Write(target.ToString(), TableKeys.StoryAboutOf(story), story));
}
