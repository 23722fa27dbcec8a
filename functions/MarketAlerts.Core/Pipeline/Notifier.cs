using System.Collections.Concurrent;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Flushes one bucket: for each subscriber with something due, decides about all that waits, writes one mail down (the claim), sends it, records it.
/// A crash before the claim changes nothing; after it the mail itself waits and is sent again.
/// </summary>
public sealed class Notifier(
    MarketClock clock,
    ICatalogStore catalogs,
    IRecipientStore recipients,
    IIncidentStore incidents,
    FlushPlanner planner,
    MailComposer composer,
    SceneReader scenes,
    PublishedReader published,
    MailSender sender,
    IMailLinks links,
    IMessagePublisher publisher,
    SenderOptions mailOptions,
    DeliveryOptions options)
{
    /// <summary>Flushes the bucket; asks for the rest when more subscribers are due than one flush takes.</summary>
    public async Task FlushAsync(string bucket, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var waiting = await recipients.GetWaitingAsync(bucket, null, cancellationToken);
        var due = waiting.Where(IsDue).Select(row => row.Subscriber).Distinct().ToArray();
        if (due.Length is 0)
        {
            return;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var rows = waiting.ToLookup(row => row.Subscriber);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = mailOptions.ParallelSends, CancellationToken = cancellationToken };
        var failures = new ConcurrentBag<Exception>();
        await Parallel.ForEachAsync(due.Take(options.SubscribersPerFlush), parallel, async (subscriber, _) =>
        {
            // One subscriber's trouble neither stops nor cancels the others; the message comes back for it.
            try
            {
                await FlushAsync(subscriber, [.. rows[subscriber]], catalog, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        });
        if (due.Length > options.SubscribersPerFlush)
        {
            await AskForTheRestAsync(bucket, now, cancellationToken);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>A wake-up may come a moment early: transports count in whole seconds.</summary>
    private bool IsDue(Waiting row) => row.Due <= clock.Now.AddSeconds(1);

    private async Task FlushAsync(SubscriberId subscriber, IReadOnlyList<Waiting> rows, Catalog catalog, CancellationToken cancellationToken)
    {
        var mailbox = await recipients.LoadMailboxAsync(subscriber, rows, clock.Now, cancellationToken);
        foreach (var (row, mail) in mailbox.Unsent.Where(unsent => IsDue(unsent.Row)))
        {
            await SendAgainAsync(mailbox, row, mail, cancellationToken);
        }

        if (mailbox.Items.Any(item => IsDue(item.Row)))
        {
            await FlushItemsAsync(mailbox, catalog, cancellationToken);
        }
    }

    /// <summary>Takes the mail's row first, so that of two flushes at once only one sends it.</summary>
    private async Task SendAgainAsync(Mailbox mailbox, Waiting row, ClaimedMail mail, CancellationToken cancellationToken)
    {
        var leased = row with { Due = clock.Now.AddSeconds(options.ResendAfterSeconds) };
        var line = new LedgerEntry(row.Subscriber, clock.Now, "resend", mail.Key, "Claimed and not recorded as sent.");
        if (!await recipients.MoveAsync(row, leased.Due, null, line, cancellationToken))
        {
            return;
        }

        await recipients.FinishClaimAsync(mail, cancellationToken);
        if (mailbox.Subscriber is { Unsubscribed: false })
        {
            await sender.SendAsync(mail, leased, cancellationToken);
            return;
        }

        var dropped = new LedgerEntry(row.Subscriber, clock.Now, "dropped", mail.Key, "Unsubscribed before it was sent.");
        await recipients.RecordAsync(mail with { State = MailState.Rejected }, leased, dropped, cancellationToken);
    }

    private async Task FlushItemsAsync(Mailbox mailbox, Catalog catalog, CancellationToken cancellationToken)
    {
        var plan = planner.Plan(mailbox, await LoadIncidentsAsync(mailbox, cancellationToken), catalog, clock.Now);
        foreach (var held in plan.Held)
        {
            var line = new LedgerEntry(held.Row.Subscriber, clock.Now, held.Decision, held.Row.Reference, held.Reason);
            await recipients.MoveAsync(held.Row, held.Until, null, line, cancellationToken);
        }

        if (plan.Sends)
        {
            await ClaimAndSendAsync(plan, mailbox, catalog, cancellationToken);
        }
    }

    private async Task ClaimAndSendAsync(FlushPlan plan, Mailbox mailbox, Catalog catalog, CancellationToken cancellationToken)
    {
        var subscriber = mailbox.Subscriber!;
        var around = new MailSurroundings(
            clock.Now, mailOptions.Domain, links.LinksFor(subscriber.Id, ChannelAddress.Email(subscriber.Email), plan.Carried[0].Id, plan.Entries.SelectMany(entry => entry.Rules).FirstOrDefault(), clock.Now), await scenes.ReadAsync(plan.Carried[0], catalog, cancellationToken))
        {
            Published = plan.Kind is MailKind.Notice ? null : await published.ReadAsync(plan.Carried[0], plan.Entries.SelectMany(entry => entry.Rules), catalog, cancellationToken),
        };
        var mail = ClaimOf(plan, mailbox, composer.Compose(plan, mailbox, catalog, around));
        var row = new Waiting(subscriber.Id, clock.Now.AddSeconds(options.ResendAfterSeconds), WaitingKind.Mail, mail.Key);
        var line = new LedgerEntry(subscriber.Id, clock.Now, "claimed", mail.Key, plan.Reason);
        if (await recipients.ClaimAsync(mail, row.Due, line, cancellationToken))
        {
            await sender.SendAsync(mail, row, cancellationToken);
        }
    }

    private static ClaimedMail ClaimOf(FlushPlan plan, Mailbox mailbox, AlertMail mail)
    {
        var lead = plan.Carried[0];
        return new ClaimedMail(
            mailbox.Subscriber!.Id.Text, ClaimedMail.KeyOf(lead.Session, lead.Id, mailbox.NumberOfNext(lead.Id)), MailState.Claimed,
            [.. plan.Carried.Select(incident => incident.Id)], plan.IsMemberUpdate, [.. plan.Taken.Select(taken => taken.Row)], 0, mail);
    }

    private async Task<Dictionary<string, Incident>> LoadIncidentsAsync(Mailbox mailbox, CancellationToken cancellationToken)
    {
        var named = mailbox.Items.SelectMany(item => item.Item.Entries).Select(entry => (entry.Session, Id: entry.IncidentId)).ToHashSet();
        var sessions = named.Select(incident => incident.Session).Distinct().ToArray();
        var told = mailbox.Mails.SelectMany(mail => mail.Carried).SelectMany(id => sessions.Select(session => (session, id)));
        var loaded = new Dictionary<string, Incident>();
        foreach (var (session, id) in named.Union(told))
        {
            if (await incidents.LoadAsync(session, id, cancellationToken) is { } incident)
            {
                loaded[id] = incident;
            }
        }

        return loaded;
    }

    private Task AskForTheRestAsync(string bucket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = MessageId.OfWakeUp(bucket, now) + ".rest";
        return publisher.PublishAsync(
            new OutgoingMessage(QueueNames.Deliveries, id, MessageCodec.Write(new DueBucket(bucket), id, now)), cancellationToken);
    }
}
