using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>Ana has a mail address and a webhook; a message to her mail address is refused at 14:32.</summary>
public sealed class ChannelFaultsTests : IDisposable
{
    private static readonly ChannelAddress Server = new(ChannelKind.Webhook, "https://hooks.example.com/ana");
    private readonly FlushWorld _world = new();

    public ChannelFaultsTests() => Enter();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelChoice Mail => _world.Subscribers.ProfileOf("ana@example.com").OpenTo[0];

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task NoteAsync_ClosesTheAddress_WhenNobodyIsThere()
    {
        await NoteAsync(SendFault.Address);

        Mail.Broken.ShouldBe("550 5.1.1 unknown.");
        _world.Subscribers.ProfileOf("ana@example.com").OpenTo[1].Broken.ShouldBeNull();
        var (level, id, text) = _world.FaultLog.Entries.ShouldHaveSingleItem();
        (level, id.Id).ShouldBe((LogLevel.Warning, 3002));
        text.ShouldNotContain("ana");
    }

    // The address is closed by then, so the mail is not sent again: it is suppressed, and its subscriber hears why.
    [Fact]
    public async Task FlushAsync_TellsTheSubscriberOnce_WhenACrashCameBetweenClosingTheAddressAndTelling()
    {
        await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => new SendResult(SendOutcome.Rejected, "550 5.1.1 unknown.") { Fault = SendFault.Address };
        _world.Subscribers.Writing = what =>
        {
            if (what is "item")
            {
                throw new IOException("The host died.");
            }
        };
        await Should.ThrowAsync<AggregateException>(() => _world.FlushAsync("14:34"));
        _world.Subscribers.Writing = null;

        await _world.FlushAsync("14:37");
        await _world.FlushAsync("14:40");

        Mail.Broken.ShouldBe("550 5.1.1 unknown.");
        _world.Webhook.Mails.ShouldHaveSingleItem().Kind.ShouldBe(MailKind.ChannelBroken);
    }

    [Fact]
    public async Task NoteAsync_TellsTheSubscriberElsewhere_WhenAnAddressIsClosed()
    {
        await NoteAsync(SendFault.Address);
        _world.World.Published.ShouldHaveSingleItem().Id.ShouldBe("b0000.20250127T143200");

        await _world.FlushAsync();

        _world.Email.Mails.ShouldBeEmpty();
        var told = _world.Webhook.Mails.ShouldHaveSingleItem();
        (told.To, told.Kind, told.Subject).ShouldBe((Server, MailKind.ChannelBroken, "No more messages to email a…@example.com"));
        told.Notices.ShouldBe([
            "Messages to email a…@example.com come back (550 5.1.1 unknown). "
                + "Nothing is sent there any more, until you enter the address again.",
        ]);
    }

    [Fact]
    public async Task NoteAsync_TellsOnce_WhenSeveralMessagesComeBack()
    {
        await NoteAsync(SendFault.Address);
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        await NoteAsync(SendFault.Address);
        await NoteAsync(SendFault.AddressForNow);

        (_world.Subscribers.Items.Count, _world.FaultLog.Entries.Count).ShouldBe((1, 1));
        Mail.SoftFailures.ShouldNotBeNull().Count.ShouldBe(1);
    }

    [Fact]
    public async Task NoteAsync_ClosesTheAddress_WhenItIsTheFifthFailureThatMayPass()
    {
        foreach (var day in Enumerable.Range(0, 4))
        {
            await NoteAsync(SendFault.AddressForNow);
            _world.Time.Advance(TimeSpan.FromDays(1));
        }

        (Mail.Broken, Mail.SoftFailures!.Count, _world.Subscribers.Items.Count).ShouldBe((null, 4, 0));
        await NoteAsync(SendFault.AddressForNow);

        (Mail.Broken, _world.Subscribers.Items.Count).ShouldBe(("550 5.1.1 unknown.", 1));
    }

    [Fact]
    public async Task NoteAsync_ForgetsFailures_WhenAWeekHasPassed()
    {
        foreach (var fault in Enumerable.Repeat(SendFault.AddressForNow, 4))
        {
            await NoteAsync(fault);
        }

        _world.Time.Advance(TimeSpan.FromDays(7));
        await NoteAsync(SendFault.AddressForNow);

        (Mail.Broken, Mail.SoftFailures!.Count).ShouldBe((null, 1));
    }

    [Fact]
    public async Task NoteAsync_TellsOperators_WhenTheServerRefusesOurSettings()
    {
        await NoteAsync(SendFault.Configuration, "ask your provider");

        var (level, id, text) = _world.FaultLog.Entries.ShouldHaveSingleItem();
        (level, id.Id).ShouldBe((LogLevel.Error, 3001));
        text.ShouldBe("The Email channel is refused by its server: 550 5.1.1 unknown. «ask your provider»");
        (Mail.Broken, _world.Subscribers.Items.Count).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData(SendFault.None)]
    [InlineData(SendFault.Message)]
    public async Task NoteAsync_DoesNothing_WhenTheAddressIsNotToBlame(SendFault fault)
    {
        var mail = await ClaimedAsync();
        var writes = 0;
        _world.Subscribers.Writing = _ => writes++;

        await _world.Faults.NoteAsync(mail, Answer(fault), Token);

        (writes, _world.FaultLog.Entries.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("taken off")]
    public async Task NoteAsync_DoesNothing_WhenTheAddressIsNotThereAnyMore(string meanwhile)
    {
        var mail = await ClaimedAsync();
        _world.Subscribers.Clear();
        if (meanwhile is "taken off")
        {
            _world.Enter("ana", profile => profile with { Channels = [new(Server, Severity.Plain, false)] });
        }

        await _world.Faults.NoteAsync(mail, Answer(SendFault.Address), Token);

        (_world.Subscribers.Items.Count, _world.FaultLog.Entries.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task NoteAsync_KeepsWhatChangedMeanwhile_WhenSomebodyElseSavedTheProfileFirst()
    {
        var mail = await ClaimedAsync();
        _world.Subscribers.Writing = _ =>
        {
            _world.Subscribers.Writing = null;
            var profile = _world.Subscribers.ProfileOf("ana@example.com");
            _world.Subscribers.Put(profile with { Channels = [profile.OpenTo[0], profile.OpenTo[1] with { OptedOut = true }] });
        };

        await _world.Faults.NoteAsync(mail, Answer(SendFault.Address), Token);

        var after = _world.Subscribers.ProfileOf("ana@example.com").OpenTo;
        (after[0].Broken, after[1].OptedOut).ShouldBe(("550 5.1.1 unknown.", true));
        _world.Subscribers.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NoteAsync_LeavesTheAddress_WhenItWasTakenOffWhileItWasNoted()
    {
        var mail = await ClaimedAsync();
        _world.Subscribers.Writing = _ =>
        {
            _world.Subscribers.Writing = null;
            _world.Enter("ana", profile => profile with { Channels = [new(Server, Severity.Plain, false)] });
        };

        await _world.Faults.NoteAsync(mail, Answer(SendFault.Address), Token);

        _world.Subscribers.ProfileOf("ana@example.com").OpenTo.ShouldHaveSingleItem().To.ShouldBe(Server);
        _world.Subscribers.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_NotesTheFaultBeforeItRecords_WhenTheAddressIsToBlame()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => Answer(SendFault.Address);
        var writes = new List<string>();
        _world.Subscribers.Writing = writes.Add;

        await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token);

        writes.ShouldBe(["profile", "item", "record"]);
    }

    private static SendResult Answer(SendFault fault, string said = "") =>
        new(SendOutcome.Rejected, "550 5.1.1 unknown.") { Fault = fault, Said = said };

    private void Enter() =>
        _world.Enter("ana", profile => profile with { Channels = [.. profile.OpenTo, new(Server, Severity.Plain, false)] });

    private async Task<ClaimedMail> ClaimedAsync() => (await _world.ClaimAsync("ana")).Mail;

    private async Task NoteAsync(SendFault fault, string said = "") =>
        await _world.Faults.NoteAsync(await ClaimedAsync(), Answer(fault, said), Token);
}
