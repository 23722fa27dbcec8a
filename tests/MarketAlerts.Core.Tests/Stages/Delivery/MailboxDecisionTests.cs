using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>What does not go out now: until when it waits, for which reason, and what the ledger says. It is 9:32 in New York.</summary>
public sealed class MailboxDecisionTests : IDisposable
{
    private static readonly DigestChoice Hourly = new(DigestRhythm.Hourly, DigestRhythm.Hourly, DigestRhythm.Hourly, null);

    private static readonly Incident Amd = Single("AMD", Severity.Notable, Given.Reading("AMD", -6, 1));

    private readonly FlushWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("quiet hours", "01-27 15:00:00 QuietHours", DeliveryStep.Held, "Quiet hours.")]
    [InlineData("digest", "01-27 15:00:00 Digest", DeliveryStep.Held, "Gathered for your digest.")]
    [InlineData("snooze", "01-27 20:00:00 Snooze", DeliveryStep.Held, "Snoozed.")]
    [InlineData("vacation", "01-29 05:00:00 Vacation", DeliveryStep.Held, "Vacation.")]
    [InlineData("unsubscribed", null, DeliveryStep.Dropped, "Unsubscribed.")]
    [InlineData("only severe", null, DeliveryStep.Dropped, "No open address takes messages of this severity.")]
    [InlineData("broken address", null, DeliveryStep.Dropped, "No open address takes messages of this severity.")]
    public async Task FlushAsync_SaysWhyNothingGoesOut_WhenAChoiceOfTheSubscriberSaysSo(
        string choice,
        string? waits,
        DeliveryStep step,
        string reason
    )
    {
        _world.Incidents.Put(Amd);
        _world.Enter("ana", profile => Choose(profile, choice));
        await _world.FileAsync("ana", "m1", "14:31", Entry(Amd));

        await _world.FlushAsync();

        _world.Email.Mails.ShouldBeEmpty();
        _world.Waits.ShouldBe(waits is null ? [] : [$"ana Item {waits}"]);
        var line = (await _world.LedgerOf("ana")).ShouldHaveSingleItem();
        (line.At, line.Decision, line.Subject, line.Reason).ShouldBe((Given.At("14:32"), step, "m1", reason));
        line.Incidents.ShouldBe([Amd.Id]);
    }

    [Fact]
    public async Task FlushAsync_DropsWhatWaits_WhenTheProfileIsGone()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Subscribers.Clear();
        await _world.Subscribers.FileAsync(
            "m1",
            [new DeliveryItem(FlushWorld.IdOf("ana"), "m1", Given.At("14:31"), [Entry(Nvda)])],
            TestContext.Current.CancellationToken
        );

        await _world.FlushAsync();

        _world.Waits.ShouldBeEmpty();
        var line = (await _world.LedgerOf("ana")).ShouldHaveSingleItem();
        (line.Decision, line.Reason).ShouldBe((DeliveryStep.Dropped, "The subscriber is gone."));
    }

    [Fact]
    public async Task FlushAsync_DropsWhatWaits_WhenItsIncidentIsGone()
    {
        _world.Incidents.Remove(Nvda.Id);
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));

        await _world.FlushAsync();

        _world.Waits.ShouldBeEmpty();
        (await _world.LedgerOf("ana")).ShouldHaveSingleItem().Reason.ShouldBe("Its incident is gone.");
    }

    [Fact]
    public async Task FlushAsync_SendsADigest_WhenWhatHeldItIsOver()
    {
        _world.Enter("ana", who => who with { Digest = Hourly });
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("ana", "m2", "14:31", Entry(Chips));
        await _world.FlushAsync();

        await _world.FlushAsync("15:00");

        var mail = _world.Email.Mails.ShouldHaveSingleItem();
        (mail.Kind, mail.Held, mail.Reason).ShouldBe((MailKind.Digest, 2, "Gathered: you asked for a digest."));
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Held, DeliveryStep.Held, DeliveryStep.Claimed, DeliveryStep.Sent]);
    }

    // Of one item the severe part comes through; the other part waits on under the same name.
    [Fact]
    public async Task FlushAsync_SendsAPart_WhenAnotherPartOfTheItemIsHeld()
    {
        _world.Incidents.Put(Amd);
        _world.Enter(
            "ana",
            who => who with { Digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.Hourly, DigestRhythm.Instant, null) }
        );
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda), Entry(Amd, symbol: "AMD"));

        await _world.FlushAsync();

        _world.Email.Mails.ShouldHaveSingleItem().Content.IncidentId.ShouldBe(Nvda.Id);
        _world.Waits.ShouldBe(["ana Item 01-27 15:00:00 Digest"]);
        _world.Subscribers.Items.ShouldHaveSingleItem().Entries.ShouldHaveSingleItem().IncidentId.ShouldBe(Amd.Id);
    }

    [Fact]
    public async Task FlushAsync_HoldsTheNext_WhenACapIsReached()
    {
        _world.Enter("ana", who => who with { Caps = new MessageCaps(1, null) });
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FlushAsync();
        await _world.FileAsync("ana", "m2", "14:32", Entry(Chips));

        await _world.FlushAsync();

        _world.Email.Mails.Count.ShouldBe(1);
        _world.Waits.ShouldBe(["ana Item 01-27 15:00:00 Cap"]);
        (await _world.LedgerOf("ana"))[^1].Reason.ShouldBe("You take 1 messages an hour: this waits for the next one that may go.");
    }

    // Seen at 14:35:02, so they are told at 15:05:02.
    [Fact]
    public async Task FlushAsync_GathersThem_WhenMembersBecomeNotable()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Chips));
        await _world.FlushAsync();
        await _world.FileAsync("ana", "m2", "14:36", Entry(Chips, EntryKind.MemberNotable, "14:35", Severity.Plain, "MU"));

        await _world.FlushAsync("14:36");
        _world.Waits.ShouldBe(["ana Item 01-27 15:05:02 None"]);
        await _world.FlushAsync("15:05:02");

        _world.Email.Mails.Select(mail => mail.Kind).ShouldBe([MailKind.Opened, MailKind.Update]);
        (await _world.LedgerOf("ana"))[2].Reason.ShouldBe("Gathered with other members.");
    }

    [Fact]
    public async Task FlushAsync_Waits_WhenTheChannelIsFull()
    {
        _world.Email.Limits = new ChannelLimits(1, 0);
        await _world.FileAsync("ana", "m1", "14:31:00", Entry(Nvda));
        await _world.FileAsync("ben", "m1", "14:31:01", Entry(Nvda));

        await _world.FlushAsync("14:32:20");

        _world.Waits.ShouldBe(["ben Item 01-27 14:33:00 Quota"]);
        var line = (await _world.LedgerOf("ben")).ShouldHaveSingleItem();
        (line.Decision, line.Reason).ShouldBe(
            (DeliveryStep.Waited, "Email takes 1 messages a minute and 0 an hour: it waits for its turn.")
        );
        await _world.FlushAsync("14:33");
        _world.Email.SentTo.ShouldBe(["ana@example.com", "ben@example.com"]);
        _world.Email.Mails[1].Kind.ShouldBe(MailKind.Opened, "what waited for its channel is no digest");
    }

    [Fact]
    public async Task FlushAsync_TakesNoPlaceInTheQuota_WhenNothingGoesOut()
    {
        _world.Email.Limits = new ChannelLimits(1, 0);
        _world.Enter("ana", who => who with { Digest = Hourly });
        await _world.FileAsync("ana", "m1", "14:31:00", Entry(Nvda));
        await _world.FileAsync("ben", "m1", "14:31:01", Entry(Nvda));

        await _world.FlushAsync();

        _world.Email.SentTo.ShouldBe(["ben@example.com"]);
    }

    private static Subscriber Choose(Subscriber who, string choice) =>
        choice switch
        {
            "quiet hours" => who with { QuietHours = new QuietHours(new TimeOnly(9, 0), new TimeOnly(10, 0), SeverePasses: true) },
            "digest" => who with { Digest = Hourly },
            "snooze" => SnoozeEdits.Begin(who, SnoozeScope.BelowSevere, "", Given.At("20:00"), Given.At("14:00")),
            "vacation" => who with { Vacation = new Vacation(Given.Day, Given.Day.AddDays(1)) },
            "unsubscribed" => who with { Unsubscribed = true },
            "only severe" => who with { Channels = [who.OpenTo[0] with { From = Severity.Severe }] },
            _ => who with { Channels = [who.OpenTo[0] with { Broken = "550 5.1.1" }] },
        };
}
