using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>People in the <c>Recipients</c> table, spread over buckets: one partition each, so that one transaction moves items into a mail.</summary>
public sealed class TableRecipientStore(TableSet tables, DeliveryOptions options) : IRecipientStore
{
    private const int WaitsPerTransaction = 90;
    private const int DaysRemembered = 8;

    /// <summary>Marks our own claims, to tell our own success behind a time-out from somebody else's.</summary>
    private readonly string _owner = RandomNumberGenerator.GetHexString(16);

    /// <inheritdoc/>
    public IReadOnlyList<string> Buckets { get; } = [.. Enumerable.Range(0, options.Buckets).Select(TableKeys.Bucket)];

    /// <inheritdoc/>
    public string BucketOf(SubscriberId subscriber) =>
        TableKeys.Bucket((int)(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(subscriber.Text)) % (ulong)options.Buckets));

    /// <inheritdoc/>
    public async Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(BucketOf(subscriber), TableKeys.ProfileOf(subscriber), null, cancellationToken);
        return row.HasValue ? row.Value!.GetDocument<Subscriber>() with { ETag = row.Value!.ETag.ToString() } : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var row = new TableEntity(BucketOf(subscriber.Id), TableKeys.ProfileOf(subscriber.Id));
        row.SetDocument(subscriber);
        if (subscriber.ETag is { } etag)
        {
            return await table.TryWriteAsync(row, etag, cancellationToken) is not null;
        }

        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task FileAsync(DeliveryItem item, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var row = new TableEntity(BucketOf(item.Subscriber), TableKeys.ItemOf(item.Subscriber, item.MessageId));
        row.SetDocument(item);
        var waiting = new Waiting(item.Subscriber, item.Due, WaitingKind.Item, item.MessageId);
        // Losing means it was filed before: the item row stays as the marker of that.
        await table.TryCommitAsync([Add(row), Add(WaitRow(waiting))], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> ClaimOnceAsync(SubscriberId subscriber, string rule, string messageId, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var row = new TableEntity(BucketOf(subscriber), TableKeys.OnceOf(subscriber, rule)) { ["rule"] = rule, ["message"] = messageId };
        if (await table.TryWriteAsync(row, null, cancellationToken) is not null)
        {
            return true;
        }

        var claim = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["message"], cancellationToken);
        return claim.HasValue && claim.Value!.GetString("message") == messageId;
    }

    /// <inheritdoc/>
    public async Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        foreach (var rule in rules)
        {
            await table.DeleteEntityAsync(BucketOf(subscriber), TableKeys.OnceOf(subscriber, rule), cancellationToken: cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var before = until is { } instant ? TableKeys.WaitAfter(instant) : TableKeys.After(TableKeys.WaitPrefix);
        var waiting = new List<Waiting>();
        await foreach (var row in table.QueryRangeAsync(bucket, TableKeys.WaitPrefix, before, cancellationToken))
        {
            waiting.Add(new Waiting(
                SubscriberId.Parse(row.GetString("subscriber")), row.GetDateTimeOffset("due")!.Value,
                Enum.Parse<WaitingKind>(row.GetString("kind")), row.GetString("reference")));
        }

        return waiting;
    }

    /// <inheritdoc/>
    public async Task<Mailbox> LoadMailboxAsync(
        SubscriberId subscriber, IReadOnlyList<Waiting> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = await LoadProfileAsync(subscriber, cancellationToken);
        var mails = await LoadMailsAsync(subscriber, now, cancellationToken);
        var claimed = mails.Where(mail => mail.State is MailState.Claimed).ToArray();
        var taken = claimed.SelectMany(mail => mail.Taken).Select(row => row.Reference).ToHashSet();
        var items = new List<(Waiting, DeliveryItem)>();
        foreach (var row in waiting.Where(row => row.Kind is WaitingKind.Item && !taken.Contains(row.Reference)))
        {
            items.Add((row, await LoadItemAsync(row, cancellationToken)));
        }

        var unsent = waiting.Where(row => row.Kind is WaitingKind.Mail)
            .Join(claimed, row => row.Reference, mail => mail.Key, (row, mail) => (row, mail));
        return new Mailbox(profile, items, [.. unsent], mails);
    }

    /// <inheritdoc/>
    public async Task<bool> ClaimAsync(ClaimedMail mail, DateTimeOffset resendAt, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var row = new Waiting(mail.Subscriber, resendAt, WaitingKind.Mail, mail.Key);
        TableTransactionAction[] actions =
        [
            Add(MailRow(mail)), Add(WaitRow(row)), Upsert(LedgerRow(ledger)),
            .. mail.Taken.Take(WaitsPerTransaction).Select(taken => Delete(WaitRow(taken))),
        ];
        if (await table.TryCommitAsync(actions, cancellationToken) is null && !await IsOursAsync(table, mail, cancellationToken))
        {
            return false;
        }

        await FinishClaimAsync(mail, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        foreach (var row in mail.Taken.Skip(WaitsPerTransaction))
        {
            await table.DeleteEntityAsync(BucketOf(row.Subscriber), TableKeys.WaitOf(row), cancellationToken: cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        // Losing means that it was recorded before, by us behind a time-out or by another instance that sent it again.
        await table.TryCommitAsync([Upsert(MailRow(mail)), Delete(WaitRow(row)), Upsert(LedgerRow(ledger))], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(Waiting row, DateTimeOffset? due, ClaimedMail? mail, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var actions = new List<TableTransactionAction> { Upsert(LedgerRow(ledger)) };
        if (due != row.Due)
        {
            actions.Add(Delete(WaitRow(row)));
            actions.AddRange(due is { } later ? [Add(WaitRow(row with { Due = later }))] : []);
        }

        actions.AddRange(mail is null ? [] : [Upsert(MailRow(mail))]);
        return await table.TryCommitAsync(actions, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ClaimedMail> ReadMailsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(TableKeys.MailPrefix, cancellationToken))
        {
            yield return row.GetDocument<ClaimedMail>();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ReadLedgerAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(TableKeys.LedgerPrefix, cancellationToken))
        {
            yield return new LedgerEntry(
                SubscriberId.Parse(row.GetString("subscriber")), row.GetDateTimeOffset("at")!.Value,
                row.GetString("decision"), row.GetString("subject"), row.GetString("reason"));
        }
    }

    private async IAsyncEnumerable<TableEntity> ReadAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        foreach (var bucket in Buckets)
        {
            await foreach (var row in table.QueryRangeAsync(bucket, prefix, TableKeys.After(prefix), cancellationToken))
            {
                yield return row;
            }
        }
    }

    private async Task<List<ClaimedMail>> LoadMailsAsync(SubscriberId subscriber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var oldest = TableKeys.Session(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysRemembered));
        var mails = new List<ClaimedMail>();
        var rows = table.QueryRangeAsync(
            BucketOf(subscriber), TableKeys.MailOf(subscriber, oldest), TableKeys.After(TableKeys.MailOf(subscriber, "")), cancellationToken);
        await foreach (var row in rows)
        {
            mails.Add(row.GetDocument<ClaimedMail>());
        }

        return [.. mails.OrderBy(mail => mail.Mail.Clock.Sent).ThenBy(mail => mail.Key, StringComparer.Ordinal)];
    }

    private async Task<DeliveryItem> LoadItemAsync(Waiting row, CancellationToken cancellationToken)
    {
        var table = await tables.Recipients;
        var item = await table.GetEntityAsync<TableEntity>(
            BucketOf(row.Subscriber), TableKeys.ItemOf(row.Subscriber, row.Reference), cancellationToken: cancellationToken);
        return item.Value.GetDocument<DeliveryItem>();
    }

    private async Task<bool> IsOursAsync(TableClient table, ClaimedMail mail, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            BucketOf(mail.Subscriber), TableKeys.MailOf(mail.Subscriber, mail.Key), ["owner"], cancellationToken);
        return row.HasValue && row.Value!.GetString("owner") == OwnerOf(mail);
    }

    private string OwnerOf(ClaimedMail mail) =>
        $"{_owner}.{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(string.Join(' ', mail.Taken.Select(row => row.Reference)))):x16}";

    private TableEntity MailRow(ClaimedMail mail)
    {
        var row = new TableEntity(BucketOf(mail.Subscriber), TableKeys.MailOf(mail.Subscriber, mail.Key)) { ["owner"] = OwnerOf(mail) };
        row.SetDocument(mail);
        return row;
    }

    private TableEntity WaitRow(Waiting row) => new(BucketOf(row.Subscriber), TableKeys.WaitOf(row))
    {
        ["subscriber"] = row.Subscriber.Text,
        ["due"] = row.Due,
        ["kind"] = row.Kind.ToString(),
        ["reference"] = row.Reference,
    };

    private TableEntity LedgerRow(LedgerEntry entry) => new(BucketOf(entry.Subscriber), TableKeys.LedgerOf(entry))
    {
        ["subscriber"] = entry.Subscriber.Text,
        ["at"] = entry.At,
        ["decision"] = entry.Decision,
        ["subject"] = entry.Subject,
        ["reason"] = entry.Reason,
    };

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableTransactionAction Delete(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
}
