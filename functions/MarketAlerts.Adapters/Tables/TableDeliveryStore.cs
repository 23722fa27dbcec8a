using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What waits for people, what was claimed and sent, and who was told of which incident.</summary>
public sealed class TableDeliveryStore : IDeliveryStore
{
    private readonly SubscriberTable _subscribers;
    private readonly bool _keepSent;
    private readonly SubscriberRows _rows;
    private readonly MailContentRows _contents = new();
    private readonly ItemInsertion _insertion;
    private readonly FirstClaimWins _claims;
    private readonly ConcurrentDictionary<string, GroupCommit> _records = new();

    /// <summary>Opens the store.</summary>
    public TableDeliveryStore(SubscriberTable subscribers, DeliveryOptions options)
    {
        (_subscribers, _keepSent, _rows) = (subscribers, options.KeepSentMails, new SubscriberRows(subscribers.BucketOf));
        _insertion = new ItemInsertion(_rows, subscribers.BucketOf);
        _claims = new FirstClaimWins(_rows, _contents, subscribers.BucketOf);
    }

    /// <inheritdoc/>
    public async Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken) =>
        await _insertion.FileAsync(await _subscribers.OpenAsync(cancellationToken), messageId, items, cancellationToken);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken)
    {
        var table = await _subscribers.Table;
        var first = table.QueryRangeAsync(bucket, TableKeys.WaitPrefix, TableKeys.After(TableKeys.WaitPrefix), cancellationToken, most: 1);
        return await first.Select(row => row.GetDateTimeOffset("due")).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken) =>
        await _subscribers.ReadAsync(bucket, TableKeys.WaitPrefix, cancellationToken).Select(Wait).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    ) => await new MailboxLoader(await _subscribers.Table, bucket, _contents).LoadAsync(waiting, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        await _claims.ClaimAsync(await _subscribers.OpenAsync(cancellationToken), claims, cancellationToken);

    /// <inheritdoc/>
    public async Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken) =>
        await _claims.FinishAsync(await _subscribers.OpenAsync(cancellationToken), mail, cancellationToken);

    /// <inheritdoc/>
    public async Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        var table = await _subscribers.OpenAsync(cancellationToken);
        var record = _records.GetOrAdd(_subscribers.BucketOf(mail.Subscriber), _ => new GroupCommit());
        // Losing means that it was recorded before, by us behind a time-out or by another instance that sent it again.
        await record.CommitAsync(
            table,
            [_rows.Recorded(mail, _keepSent), Delete(_rows.Wait(row)), Upsert(_rows.Ledger(ledger))],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task HoldAsync(IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held, CancellationToken cancellationToken)
    {
        var table = await _subscribers.OpenAsync(cancellationToken);
        foreach (var bucket in held.GroupBy(pair => _subscribers.BucketOf(pair.Held.Row.Subscriber)))
        {
            var record = _records.GetOrAdd(bucket.Key, _ => new GroupCommit());
            await Task.WhenAll(bucket.Select(pair => record.CommitAsync(table, _rows.Hold(pair.Held, pair.Ledger), cancellationToken)));
        }
    }

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(
        Waiting row,
        DateTimeOffset due,
        ClaimedMail? mail,
        LedgerEntry ledger,
        CancellationToken cancellationToken
    )
    {
        var table = await _subscribers.OpenAsync(cancellationToken);
        var actions = new List<TableTransactionAction> { Upsert(_rows.Ledger(ledger)) };
        if (due != row.Due)
        {
            actions.AddRange([Delete(_rows.Wait(row)), Add(_rows.Wait(row with { Due = due }))]);
        }

        actions.AddRange(mail is null ? [] : [_rows.UpdateState(mail)]);
        return await table.TryCommitAsync(actions, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ToldSubscriber>> LoadToldAsync(string incident, CancellationToken cancellationToken)
    {
        var told = new ConcurrentBag<ToldSubscriber>();
        await Parallel.ForEachAsync(
            (await _subscribers.BucketsAsync(cancellationToken)).All,
            cancellationToken,
            async (bucket, cancelled) =>
            {
                await foreach (var row in _subscribers.ReadAsync(bucket, TableKeys.ToldOf(incident), cancelled))
                {
                    told.Add(Told(row));
                }
            }
        );
        return [.. told.OrderBy(subscriber => subscriber.Subscriber)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ClaimedMail> ReadMailsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await _subscribers.Table;
        foreach (var bucket in (await _subscribers.BucketsAsync(cancellationToken)).All)
        {
            await foreach (
                var row in _subscribers.ReadAsync(bucket, TableKeys.MailPrefix, cancellationToken).Where(row => row.ContainsKey("content"))
            )
            {
                yield return MailOf(row, await _contents.ReadAsync(table, bucket, row.GetString("content"), cancellationToken));
            }
        }
    }
}
