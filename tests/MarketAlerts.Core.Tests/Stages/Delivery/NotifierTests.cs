using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

public sealed class NotifierTests : IDisposable
{
    private readonly FlushWorld _world = new(new DeliveryOptions { SubscribersPerFlush = 2 });

    public void Dispose() => _world.Dispose();

    // Transports count in whole seconds, so a flush request may come a moment early.
    [Theory]
    [InlineData("14:32:01", true)]
    [InlineData("14:32:02", false)]
    public async Task FlushAsync_Sends_WhenItIsDueWithinASecond(string due, bool isSent)
    {
        await _world.FileAsync("ana", "m1", due, Entry(Nvda));

        await _world.FlushAsync();

        (_world.Email.Mails.Count, (await _world.LedgerOf("ana")).Length).ShouldBe(isSent ? (1, 2) : (0, 0));
    }

    [Fact]
    public async Task FlushAsync_DoesNothing_WhenNothingWaits()
    {
        await _world.FlushAsync();

        (_world.Email.Mails.Count, _world.World.Published.Count, _world.Latencies.Rows.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task FlushAsync_ChangesNothing_WhenTheBucketIsAnotherOne()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));

        await _world.Notifier.FlushAsync("b0001", TestContext.Current.CancellationToken);

        _world.Waits.ShouldBe(["ana Item 01-27 14:31:00 None"]);
    }

    [Fact]
    public async Task FlushAsync_SendsTheMostSevereFirst_WhenSeveralAreDue()
    {
        _world.Options.SubscribersPerFlush = 10;
        await _world.FileAsync("ana", "m1", "14:30", Entry(Nvda, severity: Severity.Plain));
        await _world.FileAsync("ben", "m1", "14:31:30", Entry(Nvda, severity: Severity.Notable));
        await _world.FileAsync("cleo", "m1", "14:31:00", Entry(Nvda, severity: Severity.Notable));
        await _world.FileAsync("dan", "m1", "14:31:50", Entry(Nvda, severity: Severity.Plain), Entry(Chips, severity: Severity.Severe));

        await _world.FlushAsync();

        Names(_world.Email.SentTo).ShouldBe(["dan", "cleo", "ben", "ana"]);
    }

    // What is not due yet counts too: it goes out with what is.
    [Fact]
    public async Task FlushAsync_SendsOneMessage_WhenSeveralThingsWait()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("ana", "m2", "14:50", Entry(Chips));

        await _world.FlushAsync();

        var mail = _world.Email.Mails.ShouldHaveSingleItem();
        (mail.Kind, mail.Content.IncidentId, mail.Folded).ShouldBe((MailKind.Opened, Chips.Id, 1));
        _world.Waits.ShouldBeEmpty();
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Claimed, DeliveryStep.Folded, DeliveryStep.Sent]);
    }

    [Fact]
    public async Task FlushAsync_WritesToEveryOpenAddress_WhenThereAreSeveral()
    {
        var server = new ChannelAddress(ChannelKind.Webhook, "https://hooks.example.com/ana");
        var chat = new ChannelAddress(ChannelKind.Webhook, "https://hooks.example.com/team");
        _world.Enter(
            "ana",
            profile =>
                profile with
                {
                    Channels = [.. profile.OpenTo, new(server, Severity.Plain, false), new(chat, Severity.Plain, OptedOut: true)],
                }
        );
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));

        await _world.FlushAsync();

        _world.Webhook.SentTo.ShouldBe([server.Address]);
        _world.Email.Mails.ShouldHaveSingleItem().Thread.MessageId.ShouldNotBe(_world.Webhook.Mails[0].Thread.MessageId);
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Claimed, DeliveryStep.Sent, DeliveryStep.Sent]);
    }

    [Fact]
    public async Task FlushAsync_AsksForTheRest_WhenMoreAreDueThanOneFlushTakes()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda, severity: Severity.Plain));
        await _world.FileAsync("ben", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("cleo", "m1", "14:31", Entry(Nvda));
        await _world.FlushAsync();
        Names(_world.Email.SentTo).ShouldBe(["ben", "cleo"], ignoreOrder: true);
        var request = _world.World.Published.ShouldHaveSingleItem();
        (request.Id, request.NotBefore, MessageCodec.Read<DueBucket>(request.Content).Body.Bucket).ShouldBe(
            ("b0000.20250127T143200.rest", null, MemorySubscribers.Bucket)
        );

        await _world.FlushAsync();

        Names(_world.Email.SentTo.Skip(2)).ShouldBe(["ana"]);
        _world.World.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task FlushAsync_AsksForTheRest_WhenSomebodyFails()
    {
        _world.Email.Answer = _ => throw new IOException("The host died.");
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("ben", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("cleo", "m1", "14:31", Entry(Nvda));

        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);

        _world.World.Published.ShouldHaveSingleItem().Id.ShouldEndWith(".rest");
    }

    [Fact]
    public async Task FlushAsync_AsksForNoMore_WhenAllWereTaken()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("ben", "m1", "14:31", Entry(Nvda));
        await _world.FileAsync("cleo", "m1", "14:33", Entry(Nvda));

        await _world.FlushAsync();

        (_world.Email.Mails.Count, _world.World.Published.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task FlushAsync_TellsEverybodyOnce_WhenThereAreMoreThanAreLoadedTogether()
    {
        _world.Options.SubscribersPerFlush = 500;
        string[] names = [.. Enumerable.Range(0, 230).Select(number => $"reader{number}")];
        foreach (var name in names)
        {
            await _world.FileAsync(name, "m1", "14:31", Entry(Nvda));
        }

        await _world.FlushAsync();

        Names(_world.Email.SentTo).ShouldBe(names, ignoreOrder: true);
        _world.Waits.ShouldBeEmpty();
    }

    // Seen at 14:31:02 and severe, so due at 14:31:30: 60 s after the quote, 28 of them group wait.
    [Fact]
    public async Task FlushAsync_KeepsHowLongItTookOnce_WhenSeveralAreSent()
    {
        await _world.FileAsync("ana", "m1", "14:31:30", Entry(Nvda));
        await _world.FileAsync("ben", "m1", "14:31:30", Entry(Nvda));

        await _world.FlushAsync();

        var (at, bucket, latencies) = _world.Latencies.Rows.ShouldHaveSingleItem();
        (at, bucket, latencies.Count).ShouldBe((Given.At("14:32"), MemorySubscribers.Bucket, 2));
        latencies.ShouldBeEquivalentTo(
            Core.Stages.Metering.LatencyHistogram.FromLatencies([TimeSpan.FromSeconds(32), TimeSpan.FromSeconds(32)])
        );
    }

    private static IEnumerable<string> Names(IEnumerable<string> addresses) => addresses.Select(address => address.Split('@')[0]);
}
