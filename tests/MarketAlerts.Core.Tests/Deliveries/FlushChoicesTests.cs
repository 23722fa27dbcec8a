using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>
/// Every step of the subscriber side that the planner takes, and how choices, follow-ups and addresses play together in one message.
/// </summary>
public sealed class FlushChoicesTests
{
    private static readonly DigestChoice PlainHourly = new(DigestRhythm.Hourly, DigestRhythm.Instant, DigestRhythm.Instant, null);

    [Fact]
    public void Held_PartsAnItem_WhenOnlySomeOfItIsGathered()
    {
        var item = Mailbox(Entry(Nvda), Entry(Chips, severity: Severity.Plain));
        var both = new DeliveryItem(Ana.Id, "m", Given.At("14:31"), [.. item.Items.SelectMany(row => row.Item!.Entries)]);
        var mailbox = item with
        {
            Subscriber = Ana with { Digest = PlainHourly },
            Items = [new Waiting(Ana.Id, Given.At("14:31"), WaitingKind.Item, "m") { Item = both }],
        };

        var taken = Plan(mailbox, "14:31", Chips, Nvda).Taken.ShouldHaveSingleItem();

        taken.Entries.ShouldHaveSingleItem().IncidentId.ShouldBe(Nvda.Id);
        (taken.Rest!.Due, taken.Rest.Hold, taken.Rest.Item!.Entries.Single().IncidentId).ShouldBe(
            (Given.At("15:00"), DeliveryReason.Digest, Chips.Id)
        );
    }

    [Fact]
    public void Held_AndThenClaimed_MakesADigest()
    {
        var gathered = Mailbox(Entry(Chips, severity: Severity.Plain), Entry(Nvda, severity: Severity.Plain)) with
        {
            Subscriber = Ana with { Digest = PlainHourly },
        };
        Plan(gathered, "14:33", Chips, Nvda)
            .Held.ShouldAllBe(held =>
                held.Until == Given.At("15:00") && held.Hold == DeliveryReason.Digest && held.Text == "Gathered for your digest."
            );
        var held = gathered with
        {
            Items = [.. gathered.Items.Select(row => row with { Hold = DeliveryReason.Digest, Due = Given.At("15:00") })],
        };

        var mail = Compose(held, "15:00", TimeSpan.Zero, Chips, Nvda);

        (mail.Kind, mail.Subject, mail.Reason, mail.Held).ShouldBe(
            (MailKind.Digest, "Digest: 2 alerts on 2 incidents", "Gathered: you asked for a digest.", 2)
        );
        mail.Others!.Select(line => line.Title).ShouldBe(["#chips down", "NVDA down"]);
        mail.Thread.References.ShouldBeEmpty();
    }

    [Fact]
    public void Held_ByACap_SaysSo_AndGoesOutAsADigest()
    {
        var capped = Mailbox(Entry(Chips, severity: Severity.Notable)) with
        {
            Subscriber = Ana with { Caps = new MessageCaps(2, null) },
            History = Told(Nvda),
        };

        var held = Plan(capped, "14:40", Chips).Held.ShouldHaveSingleItem();

        (held.Step, held.Hold, held.Until, held.Text).ShouldBe(
            (
                DeliveryStep.Held,
                DeliveryReason.Cap,
                Given.At("15:00"),
                "You take 2 messages an hour: this waits for the next one that may go."
            )
        );
        var later = capped with { Items = [.. capped.Items.Select(row => row with { Hold = DeliveryReason.Cap })] };
        Plan(later, "15:00", Chips).Reason.ShouldBe("Gathered, since you had as many messages as you take: the cap is reached.");
    }

    [Theory]
    [InlineData(EntryKind.Corrected, MailKind.Corrected)]
    [InlineData(EntryKind.NextSession, MailKind.NextSession)]
    public void Claimed_AsAFollowUp_IsOfItsKind_AndOfItsThread(EntryKind entry, MailKind kind)
    {
        var over = Chips with { State = IncidentState.Recovered };
        var mail = Compose(
            Mailbox(Entry(over, entry, "15:00", symbol: "NVDA")) with
            {
                History = Told(over),
            },
            "15:02",
            TimeSpan.Zero,
            over
        );

        (mail.Kind, mail.Subject, mail.Thread.References.Single()).ShouldBe((kind, "The subject of the thread", "<root@x>"));
    }

    [Theory]
    [InlineData(EntryKind.Recovered)]
    [InlineData(EntryKind.Corrected)]
    [InlineData(EntryKind.Escalated)]
    [InlineData(EntryKind.CloseOfDay)]
    [InlineData(EntryKind.NextSession)]
    [InlineData(EntryKind.Reopened)]
    [InlineData(EntryKind.MemberNotable)]
    public void Dropped_WhenTheIncidentWasNeverTold(EntryKind kind)
    {
        var held = Plan(Mailbox(Entry(Chips, kind)), "14:40", Chips).Held.ShouldHaveSingleItem();

        (held.Step, held.Text, held.Until).ShouldBe((DeliveryStep.Dropped, "The incident was never told.", null));
    }

    [Fact]
    public void Dropped_WhenARecoveryDidNotLast() =>
        Plan(Mailbox(Entry(Chips, EntryKind.Recovered)) with { History = Told(Chips) }, "14:40", Chips with { State = IncidentState.Open })
            .Held.ShouldHaveSingleItem()
            .Text.ShouldBe("It is on again.");

    [Fact]
    public void Kept_WhenTheLastMessageToldSoAlready()
    {
        var plan = Plan(
            Mailbox(Entry(Chips, EntryKind.Escalated), Entry(Chips, EntryKind.MemberNotable, "14:31")) with
            {
                History = Told(Chips),
            },
            "14:40",
            Chips
        );

        plan.Held.Select(held => held.Step).ShouldBe([DeliveryStep.Kept, DeliveryStep.Kept]);
    }

    [Fact]
    public void Claimed_GoesToEveryOpenAddress_ThatTakesItsSeverity()
    {
        ChannelChoice[] choices =
        [
            new(ChannelAddress.Email("ana@example.com"), Severity.Plain, false),
            new(ChannelAddress.Email("phone@example.com"), Severity.Severe, false),
            new(new ChannelAddress(ChannelKind.Slack, "secret:desk"), Severity.Plain, true),
            new(new ChannelAddress(ChannelKind.Webhook, "https://x.example"), Severity.Plain, false) { Broken = "410" },
        ];
        var mailbox = Mailbox(Entry(Chips)) with { Subscriber = Ana with { Channels = choices } };

        Plan(mailbox, "14:31", Chips).To.Select(to => to.Address).ShouldBe(["ana@example.com", "phone@example.com"]);
        Plan(mailbox, "14:31", Chips with { Severity = Severity.Notable }).To.Select(to => to.Address).ShouldBe(["ana@example.com"]);
    }

    [Fact]
    public void Dropped_WhenNoAddressIsOpen()
    {
        var mailbox = Mailbox(Entry(Chips)) with
        {
            Subscriber = Ana with { Channels = [new ChannelChoice(ChannelAddress.Email(Ana.Email), Severity.Plain, true)] },
        };

        Plan(mailbox, "14:31", Chips).Held.ShouldHaveSingleItem().Step.ShouldBe(DeliveryStep.Dropped);
    }

    [Fact]
    public void Compose_NamesTheOtherIncidents_ThatAreToldInTheSameMessage()
    {
        var xom = Single("XOM", Severity.Notable, Given.Reading("XOM", 5.2, 1), Core.Levels.Direction.Up);

        var mail = Compose(Mailbox(Entry(Chips), Entry(Nvda), Entry(xom)), "14:31", TimeSpan.Zero, Chips, Nvda, xom);

        mail.Others.ShouldBe([
            new MailLine(Given.At("14:31"), "XOM up", "+5.2% against the previous close at 105.20, began at the open.", Severity.Notable),
        ]);
        mail.Folded.ShouldBe(1);
    }

    [Fact]
    public void After_RemembersTheThread_TheNumbersAndWhatIsHeardOf()
    {
        var mailbox = Mailbox(Entry(Chips) with { Following = Following.Days }, Entry(Nvda) with { Following = Following.Changes });
        var plan = Plan(mailbox, "14:31", Chips, Nvda);
        var mail = Compose(mailbox, "14:31", TimeSpan.Zero, Chips, Nvda);

        var history = HistoryWriter.After(mailbox.History, plan, [mail]);

        var chips = history.Find(Chips.Id)!;
        (chips.Mails, chips.Following, chips.Subject, chips.Root[Ana.Id.Text]).ShouldBe(
            (1, Following.Days, mail.Subject, mail.Thread.MessageId)
        );
        (history.Find(Nvda.Id)!.Mails, history.Find(Nvda.Id)!.Following, history.NumberOfNext(Chips.Id)).ShouldBe(
            (0, Following.Changes, 2)
        );
        history.Messages.ShouldBe([Given.At("14:31")]);
    }

    // 3,000 incidents of an earlier message that belonged to one of them, at more than 300 characters each: a row holds 350,000.
    [Fact]
    public void After_FitsInARow_WhenThousandsOfIncidentsWereTold()
    {
        var earlier = Enumerable
            .Range(0, 3_000)
            .Select(number => Told(Nvda).Told[0] with { Incident = $"S{number}-down-20250127", Mails = number is 2_999 ? 1 : 0 })
            .ToArray();
        var mailbox = Mailbox(Entry(Chips) with { SeenAt = Given.At("15:00") }) with
        {
            History = new SubscriberHistory(Ana.Id, earlier, []),
        };

        var history = HistoryWriter.After(
            mailbox.History,
            Plan(mailbox, "15:01", Chips),
            [Compose(mailbox, "15:01", TimeSpan.Zero, Chips)]
        );

        Core.Messages.StoredJson.Write(history).Length.ShouldBeInRange(100_000, 350_000);
        history.NumberOfNext(Chips.Id).ShouldBe(2);
        history.NumberOfNext("S2999-down-20250127").ShouldBe(2);
    }
}
