using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Writes the small changes that several senders of one bucket want at the same moment in one transaction: each waits until its own is
/// stored, and while one transaction is on its way the next fills up.
/// </summary>
internal sealed class GroupCommit
{
    private const int MostRows = 99;

    private readonly Lock _gate = new();
    private readonly Queue<Change> _waiting = new();
    private bool _isWriting;
    private Task _writing = Task.CompletedTask;

    /// <summary>Stores a change; whether it stands: false when somebody else took its rows first.</summary>
    public async Task<bool> CommitAsync(TableClient table, IReadOnlyList<TableTransactionAction> rows, CancellationToken cancellationToken)
    {
        var mine = new Change(rows);
        bool isFirst;
        lock (_gate)
        {
            _waiting.Enqueue(mine);
            (isFirst, _isWriting) = (!_isWriting, true);
        }

        if (isFirst)
        {
            _writing = WriteAllAsync(table, cancellationToken);
        }

        return await mine.Done.Task;
    }

    private async Task WriteAllAsync(TableClient table, CancellationToken cancellationToken)
    {
        while (Take() is { Count: > 0 } together)
        {
            await WriteAsync(table, together, cancellationToken);
        }
    }

    private static async Task WriteAsync(TableClient table, List<Change> together, CancellationToken cancellationToken)
    {
        try
        {
            if (
                together.Count > 1
                && await table.TryCommitAllAsync([.. together.SelectMany(change => change.Rows)], cancellationToken) is not null
            )
            {
                together.ForEach(change => change.Done.SetResult(true));
                return;
            }

            foreach (var change in together)
            {
                change.Done.SetResult(await table.TryCommitAllAsync(change.Rows, cancellationToken) is not null);
            }
        }
        catch (Exception failure)
        {
            together.ForEach(change => change.Done.TrySetException(failure));
        }
    }

    private List<Change> Take()
    {
        var (together, rows) = (new List<Change>(), 0);
        lock (_gate)
        {
            while (_waiting.TryPeek(out var next) && (together.Count is 0 || rows + next.Rows.Count <= MostRows))
            {
                together.Add(_waiting.Dequeue());
                rows += next.Rows.Count;
            }

            _isWriting = together.Count > 0;
        }

        return together;
    }

    private sealed record Change(IReadOnlyList<TableTransactionAction> Rows)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
