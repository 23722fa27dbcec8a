using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

/// <summary>Profiles, items and claims of <c>once</c> rules in memory; nothing is sent.</summary>
internal sealed class RememberedSubscribers : ISubscriberStore
{
    private readonly Dictionary<SubscriberId, (Subscriber Profile, int Version)> _profiles = [];
    private readonly Dictionary<(SubscriberId, Rule), string> _once = [];

    /// <summary>Called before each write: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Called before the waiting list is read.</summary>
    public Action<string>? Reading { get; set; }

    public List<DeliveryItem> Items { get; } = [];

    public List<LedgerEntry> Ledger { get; } = [];

    public ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) => new(new SubscriberBuckets(["b0000"]));

    public Subscriber ProfileOf(string email) => _profiles[SubscriberId.FromAddress(email)].Profile;

    /// <summary>The message that claimed a rule, or null.</summary>
    public string? ClaimOf(string email, Rule rule) => _once.GetValueOrDefault((SubscriberId.FromAddress(email), rule));

    public void Put(Subscriber profile) =>
        _profiles[profile.Id] = (profile, 1 + (_profiles.TryGetValue(profile.Id, out var known) ? known.Version : 0));

    public Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult(
            _profiles.TryGetValue(subscriber, out var known)
                ? known.Profile with
                {
                    ETag = known.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }
                : null
        );

    public async Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        Writing?.Invoke("profile");
        var stored = await LoadProfileAsync(subscriber.Id, cancellationToken);
        if (subscriber.ETag is not null && subscriber.ETag != stored?.ETag)
        {
            return false;
        }

        Put(subscriber);
        return true;
    }

    public Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            Writing?.Invoke("item");
            Items.AddRange(Items.Exists(filed => filed.MessageId == item.MessageId && filed.Subscriber == item.Subscriber) ? [] : [item]);
        }

        return Task.CompletedTask;
    }

    public Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken)
    {
        Writing?.Invoke("once");
        return Task.FromResult(_once.TryAdd((subscriber, rule), messageId) || _once[(subscriber, rule)] == messageId);
    }

    public Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken)
    {
        rules.ToList().ForEach(rule => _once.Remove((subscriber, rule)));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
        _profiles.Values.Select(known => known.Profile).OrderBy(profile => profile.Id).ToAsyncEnumerable();

    public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken)
    {
        Reading?.Invoke("waiting");
        return Task.FromResult<IReadOnlyList<Waiting>>([]);
    }

    public Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task HoldAsync(IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<bool> MoveAsync(
        Waiting row,
        DateTimeOffset due,
        ClaimedMail? mail,
        LedgerEntry ledger,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<ToldSubscriber>> LoadToldAsync(string incident, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ToldSubscriber>>([]);

    public IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Ledger.Where(entry => entry.Subscriber == subscriber).OrderByDescending(entry => entry.At).ToAsyncEnumerable();
}
