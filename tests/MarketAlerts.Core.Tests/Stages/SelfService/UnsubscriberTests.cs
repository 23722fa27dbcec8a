using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using static MarketAlerts.Core.Tests.Stages.SelfService.GivenLink;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

public sealed class UnsubscriberTests
{
    private readonly MemorySubscribers _subscribers = new();
    private readonly Unsubscriber _unsubscriber;

    public UnsubscriberTests() => _unsubscriber = new Unsubscriber(new ProfileEditor(_subscribers));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Subscriber Profile => _subscribers.ProfileOf(Ana);

    [Fact]
    public async Task StopAddressAsync_StopsThatAddressAlone_WhenAnotherIsOpen()
    {
        _subscribers.Put(GivenLink.Profile(Inbox, Chat));

        await StopAsync(Inbox);

        (Profile.Unsubscribed, string.Join(' ', OptOuts.OpenAddresses(Profile))).ShouldBe((false, Chat.Display));
    }

    [Fact]
    public async Task StopAddressAsync_EndsTheSubscription_WhenItWasTheLastAddress()
    {
        _subscribers.Put(GivenLink.Profile(Inbox));

        await StopAsync(Inbox);

        Profile.Unsubscribed.ShouldBeTrue();
    }

    // Whoever sees the chat may stop the chat and nothing else; a link that was turned off stops its own address.
    [Theory]
    [InlineData("chat")]
    [InlineData("turned off")]
    public async Task StopAddressAsync_LeavesTheSubscription_WhenTheLinkDoesNotSpeakForTheSubscriber(string link)
    {
        var to = link is "chat" ? Chat : Inbox;
        _subscribers.Put(GivenLink.Profile(to) with { LinksSince = link is "chat" ? null : Given.At("14:32") });

        await StopAsync(to);

        (Profile.Unsubscribed, OptOuts.OpenAddresses(Profile).Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task StopAddressAsync_WritesOnce_WhenItIsPressedTwice()
    {
        _subscribers.Put(GivenLink.Profile(Inbox, Chat));
        var writes = 0;
        _subscribers.Writing = _ => writes++;

        await StopAsync(Inbox);
        await StopAsync(Inbox);

        (writes, Profile.Unsubscribed).ShouldBe((1, false));
    }

    [Fact]
    public async Task StopAddressAsync_DoesNothing_WhenTheAddressIsUnknownOrTheProfileGone()
    {
        var writes = 0;
        _subscribers.Writing = _ => writes++;
        await StopAsync(Inbox);
        _subscribers.Put(GivenLink.Profile(Inbox));

        await StopAsync(ChannelAddress.Email("ana@old.example"));

        (writes, Profile.Unsubscribed).ShouldBe((0, false));
    }

    [Fact]
    public async Task StopAllAsync_EndsTheSubscription_WhenTheLinkCameByMail()
    {
        _subscribers.Put(GivenLink.Profile(Inbox, Chat));

        (await _unsubscriber.StopAllAsync(Visit(Inbox), Token)).ShouldBeTrue();

        Profile.Unsubscribed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("turned off")]
    [InlineData("old address")]
    public async Task StopAllAsync_DoesNothing_WhenTheLinkDoesNotSpeakForTheSubscriber(string link)
    {
        _subscribers.Put(GivenLink.Profile(Inbox, Chat) with { LinksSince = link is "turned off" ? Given.At("14:32") : null });
        var to =
            link is "chat" ? Chat
            : link is "old address" ? ChannelAddress.Email("ana@old.example")
            : Inbox;

        (await _unsubscriber.StopAllAsync(Visit(to), Token)).ShouldBeFalse();

        Profile.Unsubscribed.ShouldBeFalse();
    }

    // The page looks the same as for somebody who is there.
    [Fact]
    public async Task StopAllAsync_SaysTheSame_WhenTheProfileIsGone() =>
        (await _unsubscriber.StopAllAsync(new LinkVisit(Claim(LinkPurpose.Unsubscribe), null), Token)).ShouldBeTrue();

    private Task StopAsync(ChannelAddress to) => _unsubscriber.StopAddressAsync(Claim(LinkPurpose.Unsubscribe, to), Token);

    private LinkVisit Visit(ChannelAddress to) => new(Claim(LinkPurpose.Unsubscribe, to), Profile);
}
