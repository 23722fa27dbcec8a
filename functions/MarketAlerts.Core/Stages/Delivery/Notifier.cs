using System.Collections.Concurrent;
using System.Threading.Channels;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Flushes one bucket: for each subscriber with something due, decides about all that waits, writes one message down (the claim), sends it,
/// records it. Those who are told of the most severe go first; many are read and claimed together while others are sent. A crash before the
/// claim changes nothing; after it the message itself waits and is sent again.
/// </summary>
public sealed class Notifier(
    MarketClock clock,
    ICatalogStore catalogs,
    ISubscriberStore subscribers,
    IIncidentStore incidents,
    FlushPlanner planner,
    ClaimWriter writer,
    MailSender sender,
    SendQuota quota,
    LatencyRecorder latencies,
    IMessagePublisher publisher,
    PipelineMeter meter,
    SenderOptions mailOptions,
    DeliveryOptions options
)
{
    private const int ReadTogether = 100;
    private const int MostInARow = 3;

    /// <summary>Flushes the bucket; asks for the rest when more subscribers are due than one flush takes.</summary>
    public async Task FlushAsync(string bucket, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var waiting = (await subscribers.GetWaitingAsync(bucket, cancellationToken)).GroupBy(row => row.Subscriber).ToArray();
        var due = waiting.Where(rows => rows.Any(IsDue)).OrderByDescending(SeverityOf).ThenBy(rows => rows.Min(row => row.Due)).ToArray();
        if (due.Length is 0)
        {
            return;
        }

        var (failures, accepted) = (new ConcurrentBag<Exception>(), new ConcurrentBag<TimeSpan>());
        await FlushAsync(bucket, [.. due.Take(options.SubscribersPerFlush)], failures, accepted, cancellationToken);
        await latencies.KeepAsync(bucket, accepted, cancellationToken);
        if (due.Length > options.SubscribersPerFlush)
        {
            await AskForTheRestAsync(bucket, now, cancellationToken);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>A flush request may come a moment early: transports count in whole seconds.</summary>
    private bool IsDue(Waiting row) => row.Due <= clock.Now.AddSeconds(1);

    private static Severity SeverityOf(IEnumerable<Waiting> rows) =>
        rows.SelectMany(row => row.Item?.Entries ?? []).Select(entry => entry.Severity).DefaultIfEmpty(Severity.Plain).Max();

    /// <summary>Decides and claims on one side, sends and records on the other: so many at a time as there are connections.</summary>
    private async Task FlushAsync(
        string bucket,
        IGrouping<SubscriberId, Waiting>[] due,
        ConcurrentBag<Exception> failures,
        ConcurrentBag<TimeSpan> accepted,
        CancellationToken cancellationToken
    )
    {
        var outgoing = Channel.CreateBounded<Outgoing>(ReadTogether);
        var senders = Enumerable
            .Range(0, mailOptions.ParallelSends)
            .Select(_ => SendAsync(outgoing.Reader, failures, accepted, cancellationToken))
            .ToArray();
        try
        {
            var flush = new FlushContext(await catalogs.LoadAsync(cancellationToken), incidents);
            foreach (var together in due.Chunk(ReadTogether))
            {
                var rows = together.ToDictionary(mine => mine.Key, mine => (IReadOnlyList<Waiting>)[.. mine]);
                var mailboxes = await subscribers.LoadMailboxesAsync(bucket, rows, cancellationToken);
                await flush.ReadAsync(mailboxes, cancellationToken);
                await ClaimAsync(flush, mailboxes, outgoing.Writer, failures, cancellationToken);
            }
        }
        finally
        {
            outgoing.Writer.Complete();
            await Task.WhenAll(senders);
        }
    }

    private async Task ClaimAsync(
        FlushContext flush,
        IReadOnlyList<Mailbox> mailboxes,
        ChannelWriter<Outgoing> outgoing,
        ConcurrentBag<Exception> failures,
        CancellationToken cancellationToken
    )
    {
        var (held, claims) = (new List<(HeldItem Held, LedgerEntry Ledger)>(), new List<Claim>());
        foreach (var mailbox in mailboxes)
        {
            // One subscriber's trouble neither stops nor cancels the others; the message comes back for it.
            try
            {
                foreach (var (row, mail) in mailbox.Unsent.Where(unsent => IsDue(unsent.Row)))
                {
                    await outgoing.WriteAsync(new Outgoing(mail, row, mailbox.Subscriber, IsAgain: true), cancellationToken);
                }

                if (
                    mailbox.Items.Any(item => IsDue(item.Row))
                    && await PlanAsync(flush, mailbox, held, cancellationToken) is { Sends: true } plan
                )
                {
                    claims.Add(await writer.WriteAsync(plan, mailbox, flush.Catalog, cancellationToken));
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        await subscribers.HoldAsync(held, cancellationToken);
        held.ForEach(item => meter.Stepped(item.Held.Decision, item.Held.Hold));
        foreach (var claim in await ClaimAsync(claims, failures, cancellationToken))
        {
            foreach (var mail in claim.Mails)
            {
                var row = new Waiting(mail.Subscriber, claim.ResendAt, WaitingKind.Mail, mail.Key);
                await outgoing.WriteAsync(new Outgoing(mail, row, null, IsAgain: false), cancellationToken);
            }
        }
    }

    /// <summary>
    /// Claims together, and where that fails each by itself, so that one that cannot be written down stops no other; what stands already
    /// stands again. When several in a row fail it is the store's trouble.
    /// </summary>
    private async Task<IReadOnlyList<Claim>> ClaimAsync(
        List<Claim> claims,
        ConcurrentBag<Exception> failures,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await subscribers.ClaimAsync(claims, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return await ClaimEachAsync(claims, failures, cancellationToken);
        }
    }

    private async Task<List<Claim>> ClaimEachAsync(
        List<Claim> claims,
        ConcurrentBag<Exception> failures,
        CancellationToken cancellationToken
    )
    {
        var (stand, inARow) = (new List<Claim>(), 0);
        foreach (var claim in claims)
        {
            try
            {
                stand.AddRange(await subscribers.ClaimAsync([claim], cancellationToken));
                inARow = 0;
            }
            catch (Exception failure) when (++inARow < MostInARow && !cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        return stand;
    }

    /// <summary>The plan of a mailbox; what a channel has no room for now waits, and says so.</summary>
    private async Task<FlushPlan> PlanAsync(
        FlushContext flush,
        Mailbox mailbox,
        List<(HeldItem Held, LedgerEntry Ledger)> held,
        CancellationToken cancellationToken
    )
    {
        var plan = planner.Plan(mailbox, flush.IncidentsFor(mailbox), flush.Catalog, clock.Now);
        if (plan.Sends && await quota.TakeAsync(plan, cancellationToken) is { } full)
        {
            plan = plan with
            {
                Carried = [],
                Held =
                [
                    .. plan.Held,
                    .. plan.Taken.Select(taken => new HeldItem(taken.Row, full.Until, DeliveryStep.Waited, full.Reason)
                    {
                        Hold = HoldReason.Quota,
                    }),
                ],
            };
        }

        held.AddRange(
            plan.Held.Select(item =>
                (
                    item,
                    new LedgerEntry(
                        item.Row.Subscriber,
                        clock.Now,
                        DeliveryMachine.Take(StateOf(item.Row), item.Decision),
                        item.Row.Reference,
                        item.Reason
                    )
                    {
                        Incidents = [.. (item.Row.Item?.Entries ?? []).Select(entry => entry.IncidentId).Distinct()],
                    }
                )
            )
        );
        return plan;
    }

    private static DeliveryState StateOf(Waiting row) => row.Hold is HoldReason.None ? DeliveryState.Queued : DeliveryState.Held;

    private async Task SendAsync(
        ChannelReader<Outgoing> outgoing,
        ConcurrentBag<Exception> failures,
        ConcurrentBag<TimeSpan> accepted,
        CancellationToken cancellationToken
    )
    {
        await foreach (var next in outgoing.ReadAllAsync(cancellationToken))
        {
            try
            {
                if (
                    await (
                        next.IsAgain
                            ? sender.SendAgainAsync(next, cancellationToken)
                            : sender.SendAsync(next.Mail, next.Row, cancellationToken)
                    ) is
                    { } latency
                )
                {
                    accepted.Add(latency);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }
    }

    private Task AskForTheRestAsync(string bucket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = MessageId.ForFlush(bucket, now) + ".rest";
        return publisher.PublishAsync(FlushRequest.Now(bucket, id, now), cancellationToken);
    }
}
