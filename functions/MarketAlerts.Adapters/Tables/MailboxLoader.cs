using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Loads what a flush decides about: profiles, what was told, and mails that were claimed and never recorded.</summary>
/// <param name="table">The subscribers.</param>
/// <param name="bucket">Their bucket.</param>
/// <param name="contents">What the mails tell.</param>
internal sealed class MailboxLoader(TableClient table, string bucket, MailContentRows contents)
{
    private const int ReadEachUpTo = 20;

    /// <summary>The mailboxes of subscribers with something waiting.</summary>
    public async Task<IReadOnlyList<Mailbox>> LoadAsync(
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    )
    {
        SubscriberId[] wanted = [.. waiting.Keys.Order()];
        var profiles = (await ReadAsync(wanted, TableKeys.ProfileOf, cancellationToken))
            .Select(Profile)
            .ToDictionary(profile => profile.Id);
        var histories = (await ReadAsync(wanted, TableKeys.ToldTo, cancellationToken))
            .Select(History)
            .ToDictionary(history => history.Subscriber);
        var mailboxes = new List<Mailbox>();
        foreach (var (subscriber, rows) in waiting)
        {
            var profile = profiles.GetValueOrDefault(subscriber);
            var unsent = await LoadUnsentAsync(rows, profile, cancellationToken);
            var taken = unsent.SelectMany(claimed => claimed.Mail.Taken).Select(row => row.Reference).ToHashSet();
            mailboxes.Add(
                new Mailbox(
                    profile,
                    [.. rows.Where(row => row.Kind is WaitingKind.Item && !taken.Contains(row.Reference))],
                    unsent,
                    histories.GetValueOrDefault(subscriber) ?? SubscriberHistory.Empty(subscriber)
                )
            );
        }

        return mailboxes;
    }

    /// <summary>Of many rows a range is read, of few each.</summary>
    private async Task<IReadOnlyList<TableEntity>> ReadAsync(
        SubscriberId[] wanted,
        Func<SubscriberId, string> keyOf,
        CancellationToken cancellationToken
    )
    {
        if (wanted.Length <= ReadEachUpTo)
        {
            var each = await Task.WhenAll(wanted.Select(subscriber => FindAsync(keyOf(subscriber), cancellationToken)));
            return [.. each.OfType<TableEntity>()];
        }

        var keys = wanted.Select(keyOf).ToHashSet();
        return await table
            .QueryRangeAsync(bucket, keyOf(wanted[0]), TableKeys.After(keyOf(wanted[^1])), cancellationToken)
            .Where(row => keys.Contains(row.RowKey))
            .ToListAsync(cancellationToken);
    }

    private async Task<List<UnsentMail>> LoadUnsentAsync(
        IEnumerable<Waiting> rows,
        Subscriber? profile,
        CancellationToken cancellationToken
    )
    {
        var unsent = new List<UnsentMail>();
        foreach (var row in rows.Where(row => row.Kind is WaitingKind.Mail))
        {
            // Recorded by another flush meanwhile, it is sent and says nothing any more.
            var stored = await FindAsync(TableKeys.MailOf(row.Subscriber, row.Reference), cancellationToken);
            if (stored is not null && IsClaimed(stored))
            {
                var content = await contents.ReadAsync(table, bucket, stored.GetString("content"), cancellationToken);
                unsent.Add(new UnsentMail(row, MailOf(stored, content), IsAgain: true, profile));
            }
        }

        return unsent;
    }

    private async Task<TableEntity?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(bucket, key, null, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static bool IsClaimed(TableEntity mail) => mail.GetString("state") == nameof(MailState.Claimed);
}
