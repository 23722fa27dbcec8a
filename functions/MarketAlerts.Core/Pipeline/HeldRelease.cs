using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Makes what waits for a reader due now, so that the next flush decides about it anew; what another reason holds is held again.</summary>
public sealed class HeldRelease(IRecipientStore recipients)
{
    /// <summary>Moves the reader's items on the waiting list; mails on their way stay where they are.</summary>
    public async Task LookAgainAsync(SubscriberId subscriber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await recipients.GetWaitingAsync(recipients.BucketOf(subscriber), null, cancellationToken);
        foreach (var row in waiting.Where(row => row.Subscriber == subscriber && row.Kind is WaitingKind.Item && row.Due > now))
        {
            var line = new LedgerEntry(subscriber, now, "resumed", row.Reference, "The reader ended a pause.");
            await recipients.MoveAsync(row, now, null, line, cancellationToken);
        }
    }
}
