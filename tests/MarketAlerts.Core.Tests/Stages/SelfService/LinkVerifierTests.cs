using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;
using static MarketAlerts.Core.Tests.Stages.SelfService.GivenLink;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>Links of 14:31, opened at 16:00.</summary>
public sealed class LinkVerifierTests
{
    private readonly FakeTimeProvider _time = new(Given.At("16:00"));
    private readonly MemorySubscribers _subscribers = new();
    private readonly UnsignedLinks _links = new();

    public LinkVerifierTests()
    {
        _subscribers.Put(Profile(Inbox, Chat));
        _subscribers.Writing = what => throw new InvalidOperationException($"It wrote: {what}.");
    }

    [Fact]
    public async Task OpenAsync_LetsTheSubscriberIn_WhenTheLinkWorks()
    {
        var opened = await OpenAsync(LinkPurpose.Pause, Inbox);

        opened.State.ShouldBe(LinkState.Open);
        opened.Visit.ShouldNotBeNull().Profile.ShouldNotBeNull().Email.ShouldBe(Ana);
        opened.Visit!.Claim.Incident.ShouldBe("NVDA-down-20250127");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    [InlineData("token")]
    public async Task OpenAsync_IsBroken_WhenTheTokenIsNotOursOrForSomethingElse(string? token)
    {
        _links.Tokens["token"] = Claim(LinkPurpose.Why);

        (await Verifier.OpenAsync(token, LinkPurpose.Pause, Token)).ShouldBe(new VerifiedLink(LinkState.Broken, null));
    }

    [Fact]
    public async Task OpenAsync_IsEnded_WhenTheLinkIsTooOld()
    {
        _time.SetUtcNow(Given.At("14:31").AddDays(14));

        (await OpenAsync(LinkPurpose.Unsubscribe, Inbox)).ShouldBe(new VerifiedLink(LinkState.Ended, null));
    }

    // Links count in milliseconds; one that was written at the very moment goes on.
    [Theory]
    [InlineData("14:31:00", LinkState.Open)]
    [InlineData("14:31:00.001", LinkState.Ended)]
    public async Task OpenAsync_IsEnded_WhenTheSubscriberTurnedOlderLinksOff(string since, LinkState state)
    {
        _subscribers.Put(Profile(Inbox, Chat) with { LinksSince = Given.At(since) });

        var opened = await OpenAsync(LinkPurpose.Pause, Inbox);

        (opened.State, opened.Visit is null).ShouldBe((state, state is LinkState.Ended));
    }

    [Theory]
    [InlineData(LinkPurpose.Pause)]
    [InlineData(LinkPurpose.OnlySevere)]
    [InlineData(LinkPurpose.ChangeThreshold)]
    [InlineData(LinkPurpose.Useful)]
    [InlineData(LinkPurpose.Noise)]
    [InlineData(LinkPurpose.Why)]
    [InlineData(LinkPurpose.Resume)]
    [InlineData(LinkPurpose.EndLinks)]
    public async Task OpenAsync_IsOverheard_WhenTheLinkCameToAChat(LinkPurpose purpose) =>
        (await OpenAsync(purpose, Chat)).ShouldBe(new VerifiedLink(LinkState.Overheard, null));

    [Fact]
    public async Task OpenAsync_IsOverheard_WhenTheMailAddressIsNotTheSubscribersAnyMore() =>
        (await OpenAsync(LinkPurpose.Pause, ChannelAddress.Email("ana@old.example"))).State.ShouldBe(LinkState.Overheard);

    [Fact]
    public async Task OpenAsync_LetsIn_WhenTheMailAddressWasStopped()
    {
        _subscribers.Put(Profile(Chat));

        (await OpenAsync(LinkPurpose.Pause, Inbox)).State.ShouldBe(LinkState.Open);
    }

    // Saying stop works whatever else was turned off, from wherever the link came.
    [Fact]
    public async Task OpenAsync_LetsUnsubscribe_WhenEverythingElseIsTurnedOff()
    {
        _subscribers.Put(Profile(Inbox, Chat) with { LinksSince = Given.At("15:00") });

        (await OpenAsync(LinkPurpose.Unsubscribe, Inbox)).State.ShouldBe(LinkState.Open);
        (await OpenAsync(LinkPurpose.Unsubscribe, Chat)).Visit.ShouldNotBeNull().SpeaksForTheSubscriber.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, LinkState.Open)]
    [InlineData(true, LinkState.Overheard)]
    public async Task OpenAsync_ShowsNotThatTheProfileIsGone_WhenALinkOfItIsOpened(bool cameToAChat, LinkState state)
    {
        _subscribers.Clear();

        var opened = await OpenAsync(LinkPurpose.Pause, cameToAChat ? Chat : Inbox);

        (opened.State, opened.Visit?.Profile).ShouldBe((state, null));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LinkVerifier Verifier => new(_links, _subscribers, _time);

    private Task<VerifiedLink> OpenAsync(LinkPurpose purpose, ChannelAddress to)
    {
        _links.Tokens["token"] = Claim(purpose, to);
        return Verifier.OpenAsync("token", purpose, Token);
    }
}
