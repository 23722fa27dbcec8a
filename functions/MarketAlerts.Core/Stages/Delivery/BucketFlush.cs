using System.Collections.Concurrent;
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
    MailClaims claims,
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

/// <summary>
/// What came of a flush. One subscriber's trouble neither stops nor cancels the others: it is kept until all are through.
/// </summary>
public sealed class FlushOutcome
{
    private readonly ConcurrentBag<Exception> _failures = [];
    private readonly ConcurrentBag<TimeSpan> _accepted = [];

    /// <summary>Whether a message waits for somebody behind the one they got.</summary>
    public bool HasMore { get; private set; }

    /// <summary>How long the alerts took whose messages a server accepted, as far as that is ours to answer for.</summary>
    public IReadOnlyCollection<TimeSpan> Accepted => _accepted;

    /// <summary>A message waits behind another.</summary>
    public void NoteMore() => HasMore = true;

    /// <summary>A message was accepted.</summary>
    public void Add(TimeSpan latency) => _accepted.Add(latency);

    /// <summary>Something failed; the queue's message comes back for it.</summary>
    public void Add(Exception failure) => _failures.Add(failure);

    /// <summary>Fails as a whole where anything did.</summary>
    /// <exception cref="AggregateException">All that failed.</exception>
    public void ThrowIfAnyFailed()
    {
        if (!_failures.IsEmpty)
        {
            throw new AggregateException(_failures);
        }
    }
}
