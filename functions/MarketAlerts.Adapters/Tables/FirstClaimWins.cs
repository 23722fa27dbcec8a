using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Writes messages down before they are sent, so that none is sent twice: of two who claim the same, flushes or instances, the first wins
/// and the other gets nothing. As many as fit share a transaction of their bucket.
/// </summary>
internal sealed class FirstClaimWins(SubscriberRows rows, MailContentRows contents, Func<SubscriberId, string> bucketOf)
{
    private const int RowsPerTransaction = 100;
    private const int BytesPerTransaction = 3_000_000;
    private const int WaitsPerClaim = 60;
    private const int ParallelTransactions = 4;

    /// <summary>Claims; returns those that stand.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(TableClient table, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelTransactions, CancellationToken = cancellationToken };
        var stand = new HashSet<Claim>();
        await Parallel.ForEachAsync(
            claims.GroupBy(claim => bucketOf(claim.History.Subscriber)).SelectMany(bucket => Pack(bucket.Key, bucket)),
            parallel,
            async (packed, cancelled) =>
            {
                await WriteAheadAsync(table, packed, cancelled);
                foreach (var claim in await CommitAsync(table, packed, cancelled))
                {
                    lock (stand)
                    {
                        stand.Add(claim);
                    }
                }
            }
        );
        return [.. claims.Where(stand.Contains)];
    }

    /// <summary>Takes the rows off the waiting list that did not fit in a claim's first transaction.</summary>
    public async Task FinishAsync(TableClient table, ClaimedMail mail, CancellationToken cancellationToken)
    {
        foreach (var row in mail.Taken.Skip(WaitsPerClaim))
        {
            await table.DeleteEntityAsync(bucketOf(row.Subscriber), TableKeys.WaitOf(row), cancellationToken: cancellationToken);
        }
    }

    private IEnumerable<Packed> Pack(string bucket, IEnumerable<Claim> claims)
    {
        var packed = new Packed(bucket, [], [], []);
        var bytes = 0;
        foreach (var claim in claims)
        {
            var (own, ahead) = RowsOf(claim);
            var size = own.Sum(row => RowBatches.SizeOf((TableEntity)row.Entity));
            var section = contents.NewIn(bucket, packed.Claims.Append(claim).SelectMany(ContentsOf)).Count();
            if (
                packed.Claims.Count > 0
                && (packed.Rows.Count + own.Count + section > RowsPerTransaction || bytes + size > BytesPerTransaction)
            )
            {
                yield return packed;
                (packed, bytes) = (new Packed(bucket, [], [], []), 0);
            }

            packed.Claims.Add(claim);
            packed.Rows.AddRange(own);
            packed.Ahead.AddRange(ahead);
            bytes += size;
        }

        if (packed.Claims.Count > 0)
        {
            yield return packed;
        }
    }

    /// <summary>
    /// Writes what of a claim has no place in its transaction. Ahead of it, since a crash in between does no harm: somebody who is listed
    /// as told and was not is left out when it is decided, and a part that waits longer is still a part of what waits as a whole.
    /// </summary>
    private static async Task WriteAheadAsync(TableClient table, Packed packed, CancellationToken cancellationToken)
    {
        foreach (var together in packed.Ahead.Chunk(RowsPerTransaction))
        {
            await table.SubmitTransactionAsync(together, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Claim>> CommitAsync(TableClient table, Packed packed, CancellationToken cancellationToken)
    {
        var told = packed.Claims.SelectMany(ContentsOf).Distinct().ToArray();
        var section = contents.NewIn(packed.Bucket, told).Select(Upsert).ToArray();
        if (await table.TryCommitAllAsync([.. section, .. packed.Rows], cancellationToken) is not null)
        {
            contents.Note(packed.Bucket, told);
            foreach (var claim in packed.Claims)
            {
                await FinishAsync(table, claim.Mails[0], cancellationToken);
            }

            return packed.Claims;
        }

        if (packed.Claims is [var only])
        {
            return await IsOursAsync(table, packed.Bucket, only.Mails[0], cancellationToken) ? packed.Claims : [];
        }

        var stand = new List<Claim>();
        foreach (var claim in packed.Claims)
        {
            stand.AddRange(await CommitAsync(table, new Packed(packed.Bucket, [claim], RowsOf(claim).Own, []), cancellationToken));
        }

        return stand;
    }

    /// <summary>
    /// The rows of a claim: its own transaction, in which what makes it one comes first, and what does not fit there beside its content.
    /// </summary>
    private (List<TableTransactionAction> Own, IEnumerable<TableTransactionAction> Ahead) RowsOf(Claim claim)
    {
        var subscriber = claim.History.Subscriber;
        List<TableTransactionAction> own =
        [
            .. claim.Mails.SelectMany(mail =>
                (TableTransactionAction[])
                    [
                        Add(rows.Mail(mail, contents.HashOf(mail.Mail.Content))),
                        Add(rows.Wait(new Waiting(subscriber, claim.ResendAt, WaitingKind.Mail, mail.Key))),
                    ]
            ),
            rows.History(claim.History),
            .. claim.Ledger.Select(line => Upsert(rows.Ledger(line))),
            .. claim.Taken.Take(WaitsPerClaim).Select(row => Delete(rows.Wait(row with { Item = null }))),
        ];
        var told = claim
            .History.Told.Where(told => claim.Mails[0].Carried.Contains(told.Incident))
            .Select(told => rows.Told(subscriber, told));
        TableTransactionAction[] others = [.. claim.Rest.Select(rows.Wait).Concat(told).Select(Upsert)];
        var fitting = Math.Max(0, RowsPerTransaction - 1 - own.Count);
        own.AddRange(others.Take(fitting));
        return (own, others.Skip(fitting));
    }

    private static IEnumerable<MailContent> ContentsOf(Claim claim) => claim.Mails.Select(mail => mail.Mail.Content);

    private async Task<bool> IsOursAsync(TableClient table, string bucket, ClaimedMail mail, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            bucket,
            TableKeys.MailOf(mail.Subscriber, mail.Key),
            ["claimant"],
            cancellationToken
        );
        return row.HasValue && rows.IsOurs(row.Value!, mail);
    }

    /// <summary>Claims of one transaction: its rows, and those that are written ahead of it.</summary>
    private sealed record Packed(string Bucket, List<Claim> Claims, List<TableTransactionAction> Rows, List<TableTransactionAction> Ahead);
}
