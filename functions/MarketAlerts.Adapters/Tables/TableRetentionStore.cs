using Azure.Data.Tables;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Old rows in all tables. Where the key tells the time it is a range; else it is the time of the last write that storage keeps, so a row
/// that is still written to stays.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="profiles">Knows the buckets.</param>
/// <param name="catalogs">Knows pages and symbols.</param>
public sealed class TableRetentionStore(TableSet tables, IProfileStore profiles, ICatalogStore catalogs) : IRetentionStore
{
    private static readonly string[] Whole = [""];
    private static readonly TimeSpan ContentsLonger = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PartsAsync(RetainedKind kind, CancellationToken cancellationToken) =>
        kind switch
        {
            RetainedKind.Verdicts => (await catalogs.LoadAsync(cancellationToken)).PageNames,
            RetainedKind.History => [.. (await catalogs.LoadAsync(cancellationToken)).Pages.Keys.Order().Select(TableKeys.HistoryOf)],
            RetainedKind.Incidents or RetainedKind.News or RetainedKind.AwaitingNews => Whole,
            _ => (await profiles.BucketsAsync(cancellationToken)).All,
        };

    /// <inheritdoc/>
    public async Task<int> RemoveAsync(
        RetainedKind kind,
        string part,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    ) =>
        kind switch
        {
            RetainedKind.Mails => await MailsAsync(part, before, most, cancellationToken),
            RetainedKind.News => await NewsAsync(before, most, cancellationToken),
            _ => await RemoveAsync(await TableOf(kind), FilterOf(kind, part, before), most, cancellationToken),
        };

    private Task<TableClient> TableOf(RetainedKind kind) =>
        kind switch
        {
            RetainedKind.Filed or RetainedKind.Ledger or RetainedKind.Told or RetainedKind.Votes => tables.Subscribers,
            RetainedKind.Verdicts => tables.Market,
            RetainedKind.History => tables.History,
            RetainedKind.Incidents => tables.Incidents,
            _ => tables.Subscriptions,
        };

    /// <summary>The old rows of a kind that is removed without looking at another.</summary>
    private static string FilterOf(RetainedKind kind, string part, DateTimeOffset before)
    {
        var session = TableKeys.Session(MarketCalendar.DateOf(before));
        return kind switch
        {
            RetainedKind.Filed => Filed(part, before),
            RetainedKind.Ledger => $"{Range(part, TableKeys.LedgerPrefix)} and {Dated(before)}",
            RetainedKind.Told => $"{Range(part, TableKeys.ToldPrefix)} and {Unwritten(before)}",
            RetainedKind.Votes => $"{Range(part, TableKeys.VotePrefix)} and {Dated(before)}",
            RetainedKind.Verdicts => Between(part, TableKeys.VerdictPrefix, TableKeys.VerdictsOf(before)),
            RetainedKind.History => TableClient.CreateQueryFilter($"PartitionKey eq {part} and RowKey lt {session}"),
            RetainedKind.Incidents => TableClient.CreateQueryFilter($"PartitionKey lt {session}"),
            _ => Awaiting(session),
        };
    }

    /// <summary>A mail first, its content later: a content without mails is waste, a mail without its content cannot be read.</summary>
    private async Task<int> MailsAsync(string bucket, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var table = await tables.Subscribers;
        var old = $"{Range(bucket, TableKeys.MailPrefix)} and {Unwritten(before)}";
        var removed = await RemoveAsync(table, $"{old} and state ne '{nameof(Core.Mail.MailState.Claimed)}'", most, cancellationToken);
        if (removed >= most)
        {
            return removed;
        }

        // A mail is recorded a day after its content was written at the latest; one that is left is still to be sent.
        var told = await table
            .QueryAsync<TableEntity>(old, select: ["content"], cancellationToken: cancellationToken)
            .Select(row => TableKeys.ContentOf(row.GetString("content")))
            .ToHashSetAsync(cancellationToken: cancellationToken);
        var stories = await KeysAsync(
            table,
            $"{Range(bucket, TableKeys.ContentPrefix)} and {Unwritten(before - ContentsLonger)}",
            most - removed,
            cancellationToken
        );
        var unread = stories.Where(row => !told.Contains(row.RowKey)).ToList();
        await RemoveAsync(table, unread, cancellationToken);
        return removed + unread.Count;
    }

    /// <summary>The rows under what a story is about first, then the one by which it is found again.</summary>
    private async Task<int> NewsAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var table = await tables.News;
        var old = await table
            .QueryRangeAsync(TableKeys.Stories, TableKeys.SeenFrom(DateTimeOffset.MinValue), TableKeys.SeenFrom(before), cancellationToken)
            .Take(most)
            .Select(StoryRow.Read)
            .ToListAsync(cancellationToken);
        await RemoveAsync(
            table,
            [.. old.SelectMany(story => story.Targets, (story, target) => (target.ToString(), TableKeys.StoryAboutOf(story)))],
            cancellationToken
        );
        await RemoveAsync(table, [.. old.Select(story => (TableKeys.Stories, TableKeys.StoryOf(story)))], cancellationToken);
        return old.Count;
    }

    private static async Task<int> RemoveAsync(TableClient table, string filter, int most, CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(table, filter, most, cancellationToken);
        await RemoveAsync(table, keys, cancellationToken);
        return keys.Count;
    }

    private static async Task RemoveAsync(
        TableClient table,
        IReadOnlyList<(string Partition, string RowKey)> keys,
        CancellationToken cancellationToken
    )
    {
        foreach (var partition in keys.GroupBy(key => key.Partition))
        {
            await table.RemoveAsync(partition.Key, partition.Select(key => key.RowKey), cancellationToken);
        }
    }

    private static async Task<List<(string Partition, string RowKey)>> KeysAsync(
        TableClient table,
        string filter,
        int most,
        CancellationToken cancellationToken
    ) =>
        await table
            .QueryAsync<TableEntity>(filter, select: RowRemoval.KeyColumns, cancellationToken: cancellationToken)
            .Take(most)
            .Select(row => (row.PartitionKey, row.RowKey))
            .ToListAsync(cancellationToken);

    /// <summary>Whoever was greeted once is not greeted again: those markers stay.</summary>
    private static string Filed(string bucket, DateTimeOffset before)
    {
        var welcome = TableKeys.FiledOf(WelcomeNotices.Id);
        return $"{Range(bucket, TableKeys.FiledPrefix)} and {Unwritten(before)} and "
            + $"{TableClient.CreateQueryFilter($"(RowKey lt {welcome} or RowKey ge {TableKeys.After(welcome)})")}";
    }

    private static string Awaiting(string session)
    {
        var end = TableKeys.After(TableKeys.AwaitingPrefix);
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {TableKeys.AwaitingPrefix} and PartitionKey lt {end} and RowKey lt {session}"
        );
    }

    private static string Dated(DateTimeOffset before) => TableClient.CreateQueryFilter($"at lt {before}");

    private static string Unwritten(DateTimeOffset before) => TableClient.CreateQueryFilter($"Timestamp lt {before}");

    private static string Range(string partition, string prefix) => Between(partition, prefix, TableKeys.After(prefix));

    private static string Between(string partition, string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
}
