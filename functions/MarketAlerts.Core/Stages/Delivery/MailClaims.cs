using System.Threading.Channels;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Makes the claims of mailboxes that were loaded together, and hands on what is to be sent: claimed now, or before and never recorded. Of
/// two who claim the same the store lets the first win, so nothing is sent twice.
/// </summary>
public sealed class MailClaims(
    MarketClock clock,
    IDeliveryStore deliveries,
    MailboxDecision decision,
    ClaimComposer writer,
    PipelineMeter meter
)
{
    private const int MostInARow = 3;

    /// <summary>Decides about each mailbox, writes down what is held and what is claimed, and hands the messages on.</summary>
    public async Task MakeAsync(
        FlushContext context,
        IReadOnlyList<Mailbox> mailboxes,
        ChannelWriter<UnsentMail> outgoing,
        FlushOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var (held, claims) = (new List<(HeldItem Held, LedgerEntry Ledger)>(), new List<Claim>());
        foreach (var mailbox in mailboxes)
        {
            try
            {
                await HandOnUnsentAsync(mailbox, outgoing, cancellationToken);
                if (await ClaimOfAsync(context, mailbox, held, outcome, cancellationToken) is { } claim)
                {
                    claims.Add(claim);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                outcome.Add(failure);
            }
        }

        foreach (var (item, _) in await TogetherAsync(held, HoldAsync, outcome, cancellationToken))
        {
            meter.Stepped(item.Step, item.Reason);
        }

        foreach (var claim in await TogetherAsync(claims, deliveries.ClaimAsync, outcome, cancellationToken))
        {
            await HandOnAsync(claim, outgoing, cancellationToken);
        }
    }

    private async Task HandOnUnsentAsync(Mailbox mailbox, ChannelWriter<UnsentMail> outgoing, CancellationToken cancellationToken)
    {
        foreach (var unsent in mailbox.Unsent.Where(unsent => unsent.Row.IsDue(clock.Now)))
        {
            await outgoing.WriteAsync(unsent, cancellationToken);
        }
    }

    private static async Task HandOnAsync(Claim claim, ChannelWriter<UnsentMail> outgoing, CancellationToken cancellationToken)
    {
        foreach (var mail in claim.Mails)
        {
            var row = new Waiting(mail.Subscriber, claim.ResendAt, WaitingKind.Mail, mail.Key);
            await outgoing.WriteAsync(new UnsentMail(row, mail), cancellationToken);
        }
    }

    private async Task<Claim?> ClaimOfAsync(
        FlushContext context,
        Mailbox mailbox,
        List<(HeldItem Held, LedgerEntry Ledger)> held,
        FlushOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        if (!mailbox.Items.Any(row => row.IsDue(clock.Now)))
        {
            return null;
        }

        var plan = await decision.DecideAsync(context, mailbox, cancellationToken);
        held.AddRange(decision.LedgerOf(plan));
        if (plan.HasMore)
        {
            outcome.NoteMore();
        }

        return plan.Sends ? await writer.WriteAsync(plan, mailbox, context.Catalog, cancellationToken) : null;
    }

    private async Task<IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)>> HoldAsync(
        IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held,
        CancellationToken cancellationToken
    )
    {
        await deliveries.HoldAsync(held, cancellationToken);
        return held;
    }

    /// <summary>
    /// Writes together, and where that fails each by itself, so that one that cannot be written down stops no other; what stands already
    /// stands again. When several in a row fail it is the store's trouble, and the rest waits for the queue's message to come back.
    /// </summary>
    /// <returns>What stands.</returns>
    private static async Task<IReadOnlyList<T>> TogetherAsync<T>(
        IReadOnlyList<T> all,
        Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<T>>> write,
        FlushOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await write(all, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return await EachAsync(all, write, outcome, cancellationToken);
        }
    }

    private static async Task<List<T>> EachAsync<T>(
        IReadOnlyList<T> all,
        Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<T>>> write,
        FlushOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var (stand, failedInARow) = (new List<T>(), 0);
        foreach (var one in all.TakeWhile(_ => failedInARow < MostInARow))
        {
            try
            {
                stand.AddRange(await write([one], cancellationToken));
                failedInARow = 0;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failedInARow++;
                outcome.Add(failure);
            }
        }

        return stand;
    }
}
