using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>A mail to Ana that was claimed at 14:31:30 and not recorded; it is 14:34, and it is sent again.</summary>
public sealed class SendAgainTests : IDisposable
{
    private readonly FlushWorld _world = new();

    public SendAgainTests()
    {
        _world.Enter("ana");
        _world.Time.SetUtcNow(Given.At("14:34"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task SendAgainAsync_TakesTheRowFirst_WhenItSends()
    {
        var unsent = await _world.ClaimAsync("ana");
        string[] whileSent = [];
        _world.Email.Answer = _ =>
        {
            whileSent = [.. _world.Waits];
            return ScriptedChannel.Accepted;
        };

        (await _world.Sender.SendAgainAsync(unsent, Token)).ShouldBe(TimeSpan.FromSeconds(152));

        whileSent.ShouldBe(["ana Mail 01-27 14:36:00 None"]);
        _world.Waits.ShouldBeEmpty();
        (await _world.LedgerOf("ana"))
            .Select(line => $"{line.Decision}: {line.Reason}")
            .ShouldBe(["Resent: email a…@example.com: Claimed and not recorded as sent.", "Sent: email a…@example.com: Accepted."]);
    }

    [Fact]
    public async Task SendAgainAsync_SendsOnce_WhenAnotherFlushHasTheSameMail()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ =>
        {
            _world.Email.Answer = _ => ScriptedChannel.Accepted;
            _world.Sender.SendAgainAsync(unsent, Token).GetAwaiter().GetResult().ShouldBeNull();
            return ScriptedChannel.Accepted;
        };

        await _world.Sender.SendAgainAsync(unsent, Token);
        (await _world.Sender.SendAgainAsync(unsent, Token)).ShouldBeNull("it is recorded by now");

        _world.Email.Mails.Count.ShouldBe(1);
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Resent, DeliveryStep.Sent]);
    }

    [Fact]
    public async Task SendAgainAsync_WaitsItsTimeAnew_WhenTheHostDiesAgain()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => throw new IOException("The host died.");
        await Should.ThrowAsync<IOException>(() => _world.Sender.SendAgainAsync(unsent, Token));
        _world.Email.Answer = _ => ScriptedChannel.Accepted;

        await _world.FlushAsync("14:35:58");
        _world.Email.Mails.Count.ShouldBe(1);
        await _world.FlushAsync("14:36");

        _world.Email.Mails.Count.ShouldBe(2);
        _world.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAgainAsync_FinishesTheClaim_WhenACrashCutItShort()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Chips));
        var rows = await _world.Subscribers.GetWaitingAsync(MemorySubscribers.Bucket, Token);
        var unsent = await _world.ClaimAsync("ana");

        await _world.Sender.SendAgainAsync(unsent with { Mail = unsent.Mail with { Taken = rows } }, Token);

        _world.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unsubscribed", DeliveryStep.Dropped, "Unsubscribed before it was sent.")]
    [InlineData("gone", DeliveryStep.Dropped, "Unsubscribed before it was sent.")]
    [InlineData("taken off", DeliveryStep.Dropped, "The address was taken off before it was sent.")]
    [InlineData("stopped", DeliveryStep.Dropped, "The address was taken off before it was sent.")]
    [InlineData("broken", DeliveryStep.Suppressed, "The address takes no messages any more.")]
    public async Task SendAgainAsync_SendsNothing_WhenItIsNotWantedAnyMore(string meanwhile, DeliveryStep step, string reason)
    {
        var unsent = await _world.ClaimAsync("ana");

        (await _world.Sender.SendAgainAsync(unsent with { Subscriber = Change(unsent.Subscriber!, meanwhile) }, Token)).ShouldBeNull();

        _world.Email.Mails.ShouldBeEmpty();
        _world.Waits.ShouldBe(meanwhile is "broken" ? ["ana Item 01-27 14:34:00 None"] : [], "who was not told of a closed address yet is");
        (await _world.MailOf(unsent)).State.ShouldBe(MailState.Rejected);
        var line = (await _world.LedgerOf("ana"))[^1];
        (line.Decision, line.Reason).ShouldBe((step, $"email a…@example.com: {reason}"));
    }

    // Not as it was when the mail was claimed.
    [Fact]
    public async Task FlushAsync_LooksAtTheProfile_WhenAMailIsSentAgain()
    {
        await _world.ClaimAsync("ana");
        _world.Enter("ana", profile => profile with { Unsubscribed = true });

        await _world.FlushAsync();

        _world.Email.Mails.ShouldBeEmpty();
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Resent, DeliveryStep.Dropped]);
    }

    private static Subscriber? Change(Subscriber profile, string how) =>
        how switch
        {
            "unsubscribed" => profile with { Unsubscribed = true },
            "taken off" => profile with { Channels = [new(ChannelAddress.Email("ana@elsewhere.example"), Severity.Plain, false)] },
            "stopped" => profile with { Channels = [profile.OpenTo[0] with { OptedOut = true }] },
            "broken" => profile with { Channels = [profile.OpenTo[0] with { Broken = "550 5.1.1" }] },
            _ => null,
        };
}
