using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>
/// What a replay must not forget when it is killed: where it stands, and the messages that wait for a virtual time. Table <c>Replay</c>,
/// one partition a scenario; the rows of waiting messages sort by their time.
/// </summary>
internal sealed class ReplayJournal(TableServiceClient service, string scenario)
{
    private const string PositionKey = "position";
    private const string DelayedPrefix = "delayed|";
    private readonly TableClient _table = service.GetTableClient("Replay");
    private readonly string _partition = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(scenario));
    private readonly SortedSet<DateTimeOffset> _due = [];

    /// <summary>Opens the journal; null for a replay that starts now, or where the one before was interrupted.</summary>
    public async Task<DateTimeOffset?> OpenAsync(CancellationToken cancellationToken)
    {
        await _table.CreateIfNotExistsAsync(cancellationToken);
        await foreach (var row in DelayedAsync(cancellationToken))
        {
            _due.Add(row.GetDateTimeOffset("due")!.Value);
        }

        var position = await _table.GetEntityIfExistsAsync<TableEntity>(_partition, PositionKey, null, cancellationToken);
        return position.HasValue ? position.Value!.GetDateTimeOffset("at") : null;
    }

    /// <summary>Writes down where the replay stands: before the step runs, so that a killed step runs again.</summary>
    public Task MoveToAsync(DateTimeOffset position, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(_partition, PositionKey) { ["at"] = position },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Keeps a message until its time; keeping it twice keeps it once.</summary>
    public async Task DelayAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var due = message.NotBefore!.Value;
        var row = new TableEntity(_partition, Key(due, message.Queue, message.Id))
        {
            ["due"] = due,
            ["queue"] = message.Queue,
            ["id"] = message.Id,
            ["content"] = message.Content,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        _due.Add(due);
    }

    /// <summary>The next time at which a message is due, or null.</summary>
    public DateTimeOffset? NextDue => _due.Count > 0 ? _due.Min : null;

    /// <summary>Hands over the messages that are due, and forgets each once it was taken.</summary>
    public async Task ReleaseAsync(DateTimeOffset now, Func<OutgoingMessage, Task> take, CancellationToken cancellationToken)
    {
        if (!(NextDue <= now))
        {
            return;
        }

        await foreach (var row in DelayedAsync(cancellationToken))
        {
            if (row.GetDateTimeOffset("due") <= now)
            {
                await take(new OutgoingMessage(row.GetString("queue"), row.GetString("id"), row.GetString("content")));
                await _table.DeleteEntityAsync(_partition, row.RowKey, ETag.All, cancellationToken);
            }
        }

        _due.RemoveWhere(due => due <= now);
    }

    private AsyncPageable<TableEntity> DelayedAsync(CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {_partition} and RowKey ge {DelayedPrefix} and RowKey lt {"delayed}"}"),
            cancellationToken: cancellationToken
        );

    private static string Key(DateTimeOffset due, string queue, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{DelayedPrefix}{due.UtcTicks:D19}|{queue}|{id}");
}
