using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Composes the message of a plan and what is written down with it.</summary>
public sealed class ClaimComposer(
    MarketClock clock,
    MailContentComposer contents,
    MailComposer composer,
    IMailLinks links,
    LatencyOrigin origin,
    SenderOptions sender,
    DeliveryOptions options
)
{
    /// <summary>The claim of a plan that sends.</summary>
    public async Task<Claim> WriteAsync(FlushPlan plan, Mailbox mailbox, Catalog catalog, CancellationToken cancellationToken)
    {
        var (subscriber, now) = (mailbox.Subscriber!, clock.Now);
        var (told, delayOfLines) = await contents.RenewAsync(plan, catalog, cancellationToken);
        var (content, delay) = await ContentOfAsync(plan, told, delayOfLines, catalog, cancellationToken);
        var around = new MailContext(now, sender.Domain, LinksOf(plan, subscriber.Id, now), delay);
        AlertMail[] mails = [.. plan.To.Select(to => composer.Compose(told, mailbox, around, content, to))];
        var number = mailbox.History.NumberOfNext(content.IncidentId);
        string[] carried = [.. plan.Carried.Select(told => told.Id)];
        Waiting[] taken = [.. plan.Taken.Select(item => item.Row)];
        ClaimedMail[] claimed =
        [
            .. mails.Select(
                (mail, address) =>
                    new ClaimedMail(
                        subscriber.Id,
                        ClaimedMail.KeyOf(plan.Lead.Session, content.IncidentId, number, address),
                        MailState.Claimed,
                        carried,
                        address is 0 ? taken : [],
                        0,
                        mail
                    )
                    {
                        Latency = origin.Find(plan, mail.Clock),
                    }
            ),
        ];
        return new Claim(
            claimed,
            taken,
            HistoryWriter.After(mailbox.History, plan, mails),
            LedgerOf(plan, claimed[0]),
            now.AddSeconds(options.ResendAfterSeconds)
        )
        {
            Rest = [.. plan.Taken.Select(item => item.Rest).OfType<Waiting>()],
        };
    }

    private async Task<(MailContent Content, TimeSpan DeclaredDelay)> ContentOfAsync(
        FlushPlan plan,
        FlushPlan renewed,
        TimeSpan delayOfLines,
        Catalog catalog,
        CancellationToken cancellationToken
    ) =>
        MailComposer.OwnContentOf(renewed, clock.Now) is { } own
            ? (own, delayOfLines)
            : await contents.ComposeAsync(ContentBasis.From(plan), catalog, cancellationToken);

    /// <summary>What the subscriber can do about it, by address.</summary>
    private Func<ChannelAddress, MailLinks> LinksOf(FlushPlan plan, SubscriberId subscriber, DateTimeOffset now)
    {
        var incident = plan.Kind is MailKind.Notice or MailKind.Digest or MailKind.CloseOfDay or MailKind.Storm ? null : plan.Lead.Id;
        var rule = plan.Rules.Count > 0 ? plan.Rules[0] : null;
        return to => links.LinksFor(subscriber, to, incident, rule, now);
    }

    private LedgerEntry[] LedgerOf(FlushPlan plan, ClaimedMail mail)
    {
        var claimed = new LedgerEntry(mail.Subscriber, clock.Now, DeliveryStep.Claimed, mail.Key, plan.Reason) { Incidents = mail.Carried };
        var folded = plan.Kind is MailKind.Digest or MailKind.CloseOfDay or MailKind.Storm
            ? []
            : plan.Carried.Where(incident => MailComposer.IsFolded(incident, plan)).Select(incident => incident.Id).ToArray();
        return
        [
            claimed,
            .. folded.Length is 0
                ? Array.Empty<LedgerEntry>()
                :
                [
                    new LedgerEntry(mail.Subscriber, clock.Now, DeliveryStep.Folded, mail.Key, $"Told within {plan.Lead.About}.")
                    {
                        Incidents = folded,
                    },
                ],
            .. plan
                .Left.GroupBy(left => (left.Row.Reference, Step: DeliveryReasons.StepOf(left.Reason)))
                .Select(same => new LedgerEntry(mail.Subscriber, clock.Now, same.Key.Step, same.Key.Reference, same.First().Text)
                {
                    Incidents = [.. same.Select(left => left.Entry.IncidentId).Distinct()],
                }),
        ];
    }
}
