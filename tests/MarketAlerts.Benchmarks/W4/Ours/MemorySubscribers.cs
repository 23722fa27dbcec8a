using System.Collections.Concurrent;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>
/// Subscribers in memory, each with what waits for them, what was written down and what became of it: a flush without a store's cost.
/// </summary>
internal sealed class MemorySubscribers : ISubscriberStore
{
    private readonly ConcurrentDictionary<SubscriberId, Subscriber> _profiles = new();
    private readonly ConcurrentDictionary<SubscriberId, DeliveryItem> _items = new();
    private readonly ConcurrentDictionary<SubscriberId, ClaimedMail> _mails = new();
    private readonly ConcurrentDictionary<SubscriberId, SubscriberHistory> _histories = new();
    private readonly ConcurrentQueue<LedgerEntry> _ledger = new();
    private readonly List<SubscriberId> _order = [];

    public ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) => new(new SubscriberBuckets(["b0000"]));

    /// <summary>How many mails are recorded as sent.</summary>
    public int Sent => _mails.Values.Count(mail => mail.State is MailState.Sent);

    /// <summary>Forgets everybody and takes these subscribers, for each of whom the same waits.</summary>
    public void Fill(IEnumerable<string> addresses)
    {
        _profiles.Clear();
        _items.Clear();
        _mails.Clear();
        _histories.Clear();
        _ledger.Clear();
        _order.Clear();
        foreach (var address in addresses)
        {
            var subscriber = new Subscriber(
                address,
                "America/New_York",
                [Rule.FromText("#chips notable"), Rule.FromText("NVDA notable")],
                null,
                false
            );
            _order.Add(subscriber.Id);
            _profiles[subscriber.Id] = subscriber;
            _items[subscriber.Id] = ChipsDay.ItemOf(subscriber.Id);
        }
    }

    public Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult(_profiles.GetValueOrDefault(subscriber));

    public Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Waiting>>([
            .. _order
                .Where(_items.ContainsKey)
                .Select(subscriber => _items[subscriber])
                .Select(item => new Waiting(item.Subscriber, item.Due, WaitingKind.Item, item.MessageId) { Item = item }),
        ]);

    public Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Mailbox>>([
            .. waiting.Select(rows => new Mailbox(
                _profiles.GetValueOrDefault(rows.Key),
                rows.Value,
                [],
                _histories.GetValueOrDefault(rows.Key) ?? SubscriberHistory.Empty(rows.Key)
            )),
        ]);

    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        foreach (var claim in claims)
        {
            _items.TryRemove(claim.History.Subscriber, out _);
            _mails[claim.History.Subscriber] = claim.Mails[0];
            _histories[claim.History.Subscriber] = claim.History;
            _ledger.Enqueue(claim.Ledger[0]);
        }

        return Task.FromResult(claims);
    }

    public Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        _mails[mail.Subscriber] = mail;
        _ledger.Enqueue(ledger);
        return Task.CompletedTask;
    }

    public Task<bool> MoveAsync(
        Waiting row,
        DateTimeOffset due,
        ClaimedMail? mail,
        LedgerEntry ledger,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task HoldAsync(IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ToldSubscriber>> LoadToldAsync(string incident, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
