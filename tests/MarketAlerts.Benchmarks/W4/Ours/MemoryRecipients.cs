using System.Collections.Concurrent;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>Readers in memory, each with what waits for them, what was written down and what became of it: a flush without a store's cost.</summary>
internal sealed class MemoryRecipients : IRecipientStore
{
    private readonly ConcurrentDictionary<SubscriberId, Subscriber> _profiles = new();
    private readonly ConcurrentDictionary<SubscriberId, DeliveryItem> _items = new();
    private readonly ConcurrentDictionary<SubscriberId, ClaimedMail> _mails = new();
    private readonly ConcurrentQueue<LedgerEntry> _ledger = new();
    private readonly List<SubscriberId> _order = [];

    public IReadOnlyList<string> Buckets => ["b0000"];

    /// <summary>How many mails are recorded as sent.</summary>
    public int Sent => _mails.Values.Count(mail => mail.State is MailState.Sent);

    /// <summary>Forgets everybody and takes these readers, for each of whom the same waits.</summary>
    public void Fill(IEnumerable<string> addresses)
    {
        _profiles.Clear();
        _items.Clear();
        _mails.Clear();
        _ledger.Clear();
        _order.Clear();
        foreach (var address in addresses)
        {
            var reader = new Subscriber(address, "America/New_York", ["#chips notable", "NVDA notable"], null, false);
            _order.Add(reader.Id);
            _profiles[reader.Id] = reader;
            _items[reader.Id] = ChipsDay.ItemOf(reader.Id);
        }
    }

    public string BucketOf(SubscriberId subscriber) => "b0000";

    public Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken) => Task.FromResult(_profiles.GetValueOrDefault(subscriber));

    public Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Waiting>>([.. _order.Where(_items.ContainsKey).Select(reader => _items[reader]).Select(item => new Waiting(item.Subscriber, item.Due, WaitingKind.Item, item.MessageId))]);

    public Task<Mailbox> LoadMailboxAsync(SubscriberId subscriber, IReadOnlyList<Waiting> waiting, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new Mailbox(
            _profiles.GetValueOrDefault(subscriber), [.. waiting.Select(row => (row, _items[row.Subscriber]))], [], _mails.TryGetValue(subscriber, out var mail) ? [mail] : []));

    public Task<bool> ClaimAsync(ClaimedMail mail, DateTimeOffset resendAt, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        _ledger.Enqueue(ledger);
        return Task.FromResult(_items.TryRemove(mail.Subscriber, out _) && _mails.TryAdd(mail.Subscriber, mail));
    }

    public Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        _mails[mail.Subscriber] = mail;
        _ledger.Enqueue(ledger);
        return Task.CompletedTask;
    }

    public Task<bool> MoveAsync(Waiting row, DateTimeOffset? due, ClaimedMail? mail, LedgerEntry ledger, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FileAsync(DeliveryItem item, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ClaimOnceAsync(SubscriberId subscriber, string rule, string messageId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<string> rules, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
