using System.Threading.Channels;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Makes the claims of mailboxes that were loaded together, and hands on what is to be sent: claimed now, or before and never recorded.
/// </summary>
public sealed class SendOnceClaims(
    MarketClock clock,
    IDeliveryStore deliveries,
    MailboxDecision decision,
    ClaimWriter writer,
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
                if (await ClaimOfAsync(context, mailbox, held, cancellationToken) is { } claim)
                {
                    claims.Add(claim);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                outcome.Add(failure);
            }
        }

        await deliveries.HoldAsync(held, cancellationToken);
        held.ForEach(item => meter.Stepped(item.Held.Step, item.Held.Reason));
        foreach (var claim in await ClaimAsync(claims, outcome, cancellationToken))
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
        CancellationToken cancellationToken
    )
    {
        if (!mailbox.Items.Any(row => row.IsDue(clock.Now)))
        {
            return null;
        }

        var plan = await decision.DecideAsync(context, mailbox, cancellationToken);
        held.AddRange(decision.LedgerOf(plan));
        return plan.Sends ? await writer.WriteAsync(plan, mailbox, context.Catalog, cancellationToken) : null;
    }

    /// <summary>
    /// Claims together, and where that fails each by itself, so that one that cannot be written down stops no other; what stands already
    /// stands again. When several in a row fail it is the store's trouble.
    /// </summary>
    private async Task<IReadOnlyList<Claim>> ClaimAsync(List<Claim> claims, FlushOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            return await deliveries.ClaimAsync(claims, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return await ClaimEachAsync(claims, outcome, cancellationToken);
        }
    }

    private async Task<List<Claim>> ClaimEachAsync(List<Claim> claims, FlushOutcome outcome, CancellationToken cancellationToken)
    {
        var (stand, failedInARow) = (new List<Claim>(), 0);
        foreach (var claim in claims)
        {
            try
            {
                stand.AddRange(await deliveries.ClaimAsync([claim], cancellationToken));
                failedInARow = 0;
            }
            catch (Exception failure) when (failedInARow < MostInARow - 1 && !cancellationToken.IsCancellationRequested)
            {
                failedInARow++;
                outcome.Add(failure);
            }
        }

        return stand;
    }
}
