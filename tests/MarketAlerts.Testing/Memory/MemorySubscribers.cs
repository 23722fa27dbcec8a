using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Testing.Memory;

/// <summary>
/// People in memory, in one bucket: profiles, what waits, what was claimed and sent, the ledger. It keeps the promises of the tables, which
/// one contract suite holds for both.
/// </summary>
/// <param name="options">What is kept.</param>
/// <param name="rows">The rows to share with other instances.</param>
public sealed class MemorySubscribers(DeliveryOptions? options = null, MemoryRows? rows = null)
    : IProfileStore,
        IDeliveryStore,
        ILedgerStore,
        IOnceRuleStore
{
    /// <summary>The one bucket.</summary>
    public const string Bucket = "b0000";

    private readonly MemoryRows _rows = rows ?? new MemoryRows();
    private readonly bool _keepSent = options?.KeepSentMails is true;

    /// <summary>Called before each write, with what is written: a crash, or what somebody else does meanwhile.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Called before the waiting list is read.</summary>
    public Action? Reading { get; set; }

    /// <summary>The items that wait, in the order of their times.</summary>
    public IReadOnlyList<DeliveryItem> Items => Read(() => _rows.WaitingInOrder.Select(row => row.Item).OfType<DeliveryItem>().ToArray());

    /// <summary>The profile of somebody who has one.</summary>
    public Subscriber ProfileOf(string email) => Read(() => _rows.Profiles[SubscriberId.FromAddress(email)]);

    /// <summary>The message that claimed a rule, or null.</summary>
    public string? ClaimOf(string email, Rule rule) => Read(() => _rows.Onces.GetValueOrDefault((SubscriberId.FromAddress(email), rule)));

    /// <summary>Enters a profile, whatever was there.</summary>
    public void Put(Subscriber profile) => Change(() => _rows.Profiles[profile.Id] = profile with { ETag = _rows.NextVersion() });

    /// <summary>Forgets everybody.</summary>
    public void Clear() => Change(_rows.Clear);

    /// <summary>Adds a line to the ledger.</summary>
    public void Note(LedgerEntry entry) => Change(() => _rows.Ledger.Add(entry));

    /// <inheritdoc/>
    public ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) => new(new SubscriberBuckets([Bucket]));

    /// <inheritdoc/>
    public Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult(Read(() => _rows.Profiles.GetValueOrDefault(subscriber)));

    /// <inheritdoc/>
    public Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        WriteAsync(
            "profile",
            () =>
            {
                if (subscriber.ETag is { } read && read != _rows.Profiles.GetValueOrDefault(subscriber.Id)?.ETag)
                {
                    return false;
                }

                _rows.Profiles[subscriber.Id] = subscriber with { ETag = _rows.NextVersion() };
                return true;
            }
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
        Read(() => _rows.Profiles.Values.OrderBy(profile => profile.Id).ToArray()).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult(Read(() => CountsOf(subscriber)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        WriteAsync(
            "forget",
            () =>
            {
                var counts = CountsOf(subscriber);
                foreach (var key in _rows.Waiting.Keys.Where(key => key.Subscriber == subscriber).ToArray())
                {
                    _rows.Waiting.Remove(key);
                }

                foreach (var key in _rows.Mails.Keys.Where(key => key.Subscriber == subscriber).ToArray())
                {
                    _rows.Mails.Remove(key);
                }

                foreach (var key in _rows.Told.Keys.Where(key => key.Subscriber == subscriber).ToArray())
                {
                    _rows.Told.Remove(key);
                }

                foreach (var key in _rows.Onces.Keys.Where(key => key.Subscriber == subscriber).ToArray())
                {
                    _rows.Onces.Remove(key);
                }

                _rows.SentWithoutWords.RemoveWhere(sent => sent.Subscriber == subscriber);
                _rows.Ledger.RemoveAll(entry => entry.Subscriber == subscriber);
                _rows.Filed.RemoveWhere(filed => filed.Subscriber == subscriber);
                _rows.Histories.Remove(subscriber);
                _rows.Profiles.Remove(subscriber);
                return counts;
            }
        );

    /// <inheritdoc/>
    public Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            Write(
                "item",
                () =>
                {
                    if (_rows.Filed.Add((messageId, item.Subscriber)))
                    {
                        Add(new Waiting(item.Subscriber, item.Due, WaitingKind.Item, messageId) { Item = item });
                    }
                }
            );
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken) =>
        Task.FromResult(Read(() => In(bucket).Select(row => (DateTimeOffset?)row.Due).FirstOrDefault()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken)
    {
        Reading?.Invoke();
        return Task.FromResult<IReadOnlyList<Waiting>>(Read(() => In(bucket)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<Mailbox>>(Read(() => waiting.Select(pair => MailboxOf(pair.Key, pair.Value)).ToArray()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var stand = new List<Claim>();
        foreach (var claim in claims)
        {
            Write("claim", () => stand.AddRange(TryClaim(claim) ? [claim] : []));
        }

        return Task.FromResult<IReadOnlyList<Claim>>(stand);
    }

    /// <inheritdoc/>
    public Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        Write("finish", () => Remove(mail.Taken));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken)
    {
        Write(
            "record",
            () =>
            {
                if (_rows.Waiting.Remove(MemoryRows.KeyOf(row)))
                {
                    Keep(mail);
                    _rows.Ledger.Add(ledger);
                }
            }
        );
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HoldAsync(IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held, CancellationToken cancellationToken)
    {
        foreach (var (item, line) in held)
        {
            Write(
                "hold",
                () =>
                {
                    var moves = item.Until != item.Row.Due;
                    if (moves && !_rows.Waiting.Remove(MemoryRows.KeyOf(item.Row)))
                    {
                        return;
                    }

                    if (moves && item.Until is { } later)
                    {
                        Add(item.Row with { Due = later, Hold = item.Hold });
                    }

                    _rows.Ledger.Add(line);
                }
            );
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> MoveAsync(
        Waiting row,
        DateTimeOffset due,
        ClaimedMail? mail,
        LedgerEntry ledger,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            "move",
            () =>
            {
                if (due != row.Due && !_rows.Waiting.Remove(MemoryRows.KeyOf(row)))
                {
                    return false;
                }

                if (due != row.Due)
                {
                    Add(row with { Due = due });
                }

                if (mail is not null)
                {
                    Keep(mail);
                }

                _rows.Ledger.Add(ledger);
                return true;
            }
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ToldSubscriber>> LoadToldAsync(string incident, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ToldSubscriber>>(
            Read(() =>
                _rows
                    .Told.Where(told => told.Key.Incident == incident)
                    .Select(told => new ToldSubscriber(told.Key.Subscriber, told.Value))
                    .OrderBy(told => told.Subscriber)
                    .ToArray()
            )
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken) =>
        Read(() =>
                _rows
                    .Mails.OrderBy(mail => mail.Key.Subscriber)
                    .ThenBy(mail => mail.Key.Key, StringComparer.Ordinal)
                    .Select(mail => mail.Value)
                    .ToArray()
            )
            .ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken) =>
        Read(() => _rows.Ledger.OrderBy(entry => entry.Subscriber).ThenByDescending(entry => entry.At).ToArray()).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        ReadLedgerAsync(cancellationToken).Where(entry => entry.Subscriber == subscriber);

    /// <inheritdoc/>
    public Task<bool> ClaimOnceAsync(SubscriberId subscriber, Rule rule, string messageId, CancellationToken cancellationToken) =>
        WriteAsync("once", () => _rows.Onces.TryAdd((subscriber, rule), messageId) || _rows.Onces[(subscriber, rule)] == messageId);

    /// <inheritdoc/>
    public Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<Rule> rules, CancellationToken cancellationToken)
    {
        Write("release", () => rules.ToList().ForEach(rule => _rows.Onces.Remove((subscriber, rule))));
        return Task.CompletedTask;
    }

    private bool TryClaim(Claim claim)
    {
        var subscriber = claim.History.Subscriber;
        if (claim.Mails.All(IsMine))
        {
            return true; // It was ours already: an answer that was lost.
        }

        if (
            claim.Mails.Any(mail => _rows.IsMail((subscriber, mail.Key)))
            || claim.Taken.Any(row => !_rows.Waiting.ContainsKey(MemoryRows.KeyOf(row)))
            || claim.History.ETag != _rows.Histories.GetValueOrDefault(subscriber)?.ETag
        )
        {
            return false;
        }

        Remove(claim.Taken);
        foreach (var mail in claim.Mails)
        {
            _rows.Mails[(subscriber, mail.Key)] = mail;
            _rows.Claimants[(subscriber, mail.Key)] = (this, mail);
            Add(new Waiting(subscriber, claim.ResendAt, WaitingKind.Mail, mail.Key));
        }

        foreach (var row in claim.Rest)
        {
            Add(row);
        }

        foreach (var told in claim.History.Told.Where(told => claim.Mails[0].Carried.Contains(told.Incident)))
        {
            _rows.Told[(told.Incident, subscriber)] = told.Following;
        }

        _rows.Histories[subscriber] = claim.History with { ETag = _rows.NextVersion() };
        _rows.Ledger.AddRange(claim.Ledger);
        return true;
    }

    private bool IsMine(ClaimedMail mail) =>
        _rows.Claimants.TryGetValue((mail.Subscriber, mail.Key), out var claimed)
        && claimed.By == this
        && ReferenceEquals(claimed.Mail, mail);

    private Mailbox MailboxOf(SubscriberId subscriber, IReadOnlyList<Waiting> waiting)
    {
        var profile = _rows.Profiles.GetValueOrDefault(subscriber);
        var unsent = waiting
            .Where(row => row.Kind is WaitingKind.Mail)
            .Select(row => (Row: row, Mail: _rows.Mails.GetValueOrDefault((subscriber, row.Reference))))
            .Where(pair => pair.Mail?.State is MailState.Claimed)
            .Select(pair => new UnsentMail(pair.Row, pair.Mail!, IsAgain: true, profile))
            .ToArray();
        var taken = unsent.SelectMany(claimed => claimed.Mail.Taken).Select(row => row.Reference).ToHashSet();
        return new Mailbox(
            profile,
            [.. waiting.Where(row => row.Kind is WaitingKind.Item && !taken.Contains(row.Reference))],
            unsent,
            _rows.Histories.GetValueOrDefault(subscriber) ?? SubscriberHistory.Empty(subscriber)
        );
    }

    private void Keep(ClaimedMail mail)
    {
        var key = (mail.Subscriber, mail.Key);
        _rows.Claimants.Remove(key);
        if (mail.State is MailState.Sent && !_keepSent)
        {
            _rows.SentWithoutWords.Add(key);
            _rows.Mails.Remove(key);
        }
        else
        {
            _rows.Mails[key] = mail;
        }
    }

    private IReadOnlyList<RowCount> CountsOf(SubscriberId subscriber) =>
        [
            new("waiting", _rows.Waiting.Keys.Count(key => key.Subscriber == subscriber)),
            new("mails", _rows.Mails.Keys.Concat(_rows.SentWithoutWords).Count(key => key.Subscriber == subscriber)),
            new("incidents told", _rows.Told.Keys.Count(key => key.Subscriber == subscriber)),
            new("ledger", _rows.Ledger.Count(entry => entry.Subscriber == subscriber)),
            new("claims of once rules", _rows.Onces.Keys.Count(key => key.Subscriber == subscriber)),
            new("history", _rows.Histories.ContainsKey(subscriber) ? 1 : 0),
            new("marks of what was filed", _rows.Filed.Count(filed => filed.Subscriber == subscriber)),
            new("profile", _rows.Profiles.ContainsKey(subscriber) ? 1 : 0),
        ];

    /// <summary>Whoever asks for another bucket finds nobody there.</summary>
    private Waiting[] In(string bucket) => bucket is Bucket ? [.. _rows.WaitingInOrder] : [];

    private void Add(Waiting row) => _rows.Waiting[MemoryRows.KeyOf(row)] = row;

    private void Remove(IEnumerable<Waiting> rows)
    {
        foreach (var row in rows)
        {
            _rows.Waiting.Remove(MemoryRows.KeyOf(row));
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_rows.Gate)
        {
            return read();
        }
    }

    private void Write(string what, Action write)
    {
        Writing?.Invoke(what);
        Change(write);
    }

    /// <summary>What a test sets up is no write that could fail.</summary>
    private void Change(Action change)
    {
        lock (_rows.Gate)
        {
            change();
        }
    }

    private Task<T> WriteAsync<T>(string what, Func<T> write)
    {
        Writing?.Invoke(what);
        return Task.FromResult(Read(write));
    }
}
