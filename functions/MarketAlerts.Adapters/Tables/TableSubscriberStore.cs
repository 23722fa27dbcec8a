using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// People in the <c>Subscribers</c> table, spread over buckets: one partition each, so that one transaction moves items into a mail.
/// </summary>
public sealed class TableSubscriberStore : ISubscriberStore
{
    private readonly TableSet _tables;
    private readonly BucketCount _count;
    private readonly bool _keepSent;
    private readonly SubscriberRows _rows;
    private readonly MailContentRows _contents = new();
    private readonly ItemInsertion _insertion;
    private readonly ClaimCommit _claims;
    private readonly ConcurrentDictionary<string, GroupCommit> _records = new();

    /// <summary>Opens the store.</summary>
    public TableSubscriberStore(TableSet tables, DeliveryOptions options)
    {
        (_tables, _count, _keepSent) = (tables, new BucketCount(options), options.KeepSentMails);
        _rows = new SubscriberRows(_count.BucketOf);
        _insertion = new ItemInsertion(_rows, _count.BucketOf);
        _claims = new ClaimCommit(_rows, _contents, _count.BucketOf);
    }

    /// <inheritdoc/>
    public async ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) =>
        await _count.ReadAsync(await _tables.Subscribers, cancellationToken);

    /// <inheritdoc/>
    public async Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var table = await _tables.Subscribers;
        var bucket = (await BucketsAsync(cancellationToken)).BucketOf(subscriber);
        var key = TableKeys.ProfileOf(subscriber);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(bucket, key, null, cancellationToken);
        return row.HasValue ? Profile(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        if (subscriber.ETag is { } etag)
        {
            return await table.TryWriteAsync(_rows.Profile(subscriber), etag, cancellationToken) is not null;
        }

        await table.UpsertEntityAsync(_rows.Profile(subscriber), TableUpdateMode.Replace, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
        ReadAsync(bucket, TableKeys.ProfilePrefix, cancellationToken).Select(Profile);

    /// <inheritdoc/>
    public async Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken) =>
        await _insertion.FileAsync(await OpenAsync(cancellationToken), messageId, items, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken) =>
        await new OnceRows(await OpenAsync(cancellationToken), _count.BucketOf(subscriber), subscriber).ClaimAsync(
            rule,
            messageId,
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken) =>
        await new OnceRows(await OpenAsync(cancellationToken), _count.BucketOf(subscriber), subscriber).ReleaseAsync(
            rules,
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken)
    {
        var table = await _tables.Subscribers;
        var first = table.QueryRangeAsync(bucket, TableKeys.WaitPrefix, TableKeys.After(TableKeys.WaitPrefix), cancellationToken, most: 1);
        return await first.Select(row => row.GetDateTimeOffset("due")).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken) =>
        await ReadAsync(bucket, TableKeys.WaitPrefix, cancellationToken).Select(Wait).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    ) => await new MailboxLoader(await _tables.Subscribers, bucket, _contents).LoadAsync(waiting, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        await _claims.ClaimAsync(await OpenAsync(cancellationToken), claims, cancellationToken);

    /// <inheritdoc/>
    public async Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken) =>
        await _claims.FinishAsync(await OpenAsync(cancellationToken), mail, cancellationToken);

    /// <inheritdoc/>
    public async Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var record = _records.GetOrAdd(_count.BucketOf(mail.Subscriber), _ => new GroupCommit());
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
        var table = await OpenAsync(cancellationToken);
        foreach (var bucket in held.GroupBy(pair => _count.BucketOf(pair.Held.Row.Subscriber)))
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
        var table = await OpenAsync(cancellationToken);
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
            (await BucketsAsync(cancellationToken)).All,
            cancellationToken,
            async (bucket, cancelled) =>
            {
                await foreach (var row in ReadAsync(bucket, TableKeys.ToldOf(incident), cancelled))
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
        var table = await _tables.Subscribers;
        foreach (var bucket in (await BucketsAsync(cancellationToken)).All)
        {
            await foreach (var row in ReadAsync(bucket, TableKeys.MailPrefix, cancellationToken).Where(row => row.ContainsKey("content")))
            {
                yield return MailOf(row, await _contents.ReadAsync(table, bucket, row.GetString("content"), cancellationToken));
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) =>
        ReadLedgerAsync(buckets => buckets.All, TableKeys.LedgerPrefix, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        ReadLedgerAsync(buckets => [buckets.BucketOf(subscriber)], TableKeys.LedgerOf(subscriber), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        RemoveAsync(subscriber, false, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        RemoveAsync(subscriber, true, cancellationToken);

    private async IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(
        Func<SubscriberBuckets, IReadOnlyList<string>> where,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var bucket in where(await BucketsAsync(cancellationToken)))
        {
            await foreach (var row in ReadAsync(bucket, prefix, cancellationToken))
            {
                yield return Ledger(row);
            }
        }
    }

    private async Task<IReadOnlyList<RowCount>> RemoveAsync(SubscriberId subscriber, bool remove, CancellationToken cancellationToken)
    {
        var buckets = await BucketsAsync(cancellationToken);
        return await new SubscriberRemoval(await _tables.Subscribers, buckets.BucketOf(subscriber), subscriber).RunAsync(
            remove,
            cancellationToken
        );
    }

    /// <summary>The table to write into, in which everybody has a bucket from now on.</summary>
    private async Task<TableClient> OpenAsync(CancellationToken cancellationToken)
    {
        var table = await _tables.Subscribers;
        await _count.FixAsync(table, cancellationToken);
        return table;
    }

    private async IAsyncEnumerable<TableEntity> ReadAsync(
        string bucket,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var table = await _tables.Subscribers;
        await foreach (var row in table.QueryRangeAsync(bucket, prefix, TableKeys.After(prefix), cancellationToken))
        {
            yield return row;
        }
    }
}
