using System.Threading.Channels;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Takes those who are due through the stages of delivery, in this order: load, decide, take a place in the quota, compose, claim, send,
/// record. Many are loaded and claimed together while as many messages as there are connections are sent and recorded.
/// </summary>
public sealed class BucketFlush(
    ICatalogStore catalogs,
    IIncidentStore incidents,
    IDeliveryStore deliveries,
    MailboxClaims claims,
    SendLoop sending
)
{
    private const int LoadedTogether = 100;

    /// <summary>Flushes those who are due, in their order.</summary>
    public async Task<FlushOutcome> RunAsync(
        string bucket,
        IReadOnlyList<IGrouping<SubscriberId, Waiting>> due,
        CancellationToken cancellationToken
    )
    {
        var outcome = new FlushOutcome();
        var outgoing = Channel.CreateBounded<UnsentMail>(LoadedTogether);
        var senders = sending.RunAsync(outgoing.Reader, outcome, cancellationToken);
        try
        {
            var context = new FlushContext(await catalogs.LoadAsync(cancellationToken), incidents);
            foreach (var together in due.Chunk(LoadedTogether))
            {
                var rows = together.ToDictionary(mine => mine.Key, mine => (IReadOnlyList<Waiting>)[.. mine]);
                var mailboxes = await deliveries.LoadMailboxesAsync(bucket, rows, cancellationToken);
                await context.ReadAsync(mailboxes, cancellationToken);
                await claims.MakeAsync(context, mailboxes, outgoing.Writer, outcome, cancellationToken);
            }
        }
        finally
        {
            outgoing.Writer.Complete();
            await senders;
        }

        return outcome;
    }
}
