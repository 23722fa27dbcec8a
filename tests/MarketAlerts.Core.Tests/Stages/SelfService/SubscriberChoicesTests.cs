using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;
using static MarketAlerts.Core.Tests.Stages.SelfService.GivenLink;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>What Ana pauses, turns off and thinks, by links; it is 16:00 UTC on Monday, eleven in New York.</summary>
public sealed class SubscriberChoicesTests
{
    private const string FivePercent = "NVDA falls 5% today";
    private static readonly SubscriberId Id = SubscriberId.FromAddress(Ana);
    private readonly FakeTimeProvider _time = new(Given.At("16:00"));
    private readonly MemorySubscribers _subscribers = new();
    private readonly RememberedVotes _votes = new();
    private readonly SubscriberActions _actions;

    public SubscriberChoicesTests()
    {
        var release = new HoldRelease(_subscribers, _subscribers);
        _actions = new SubscriberActions(new ProfileEditor(_subscribers), _votes, release, new MarketClock(_time, Given.Calendar));
        _subscribers.Put(GivenLink.Profile(Inbox, Chat));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Subscriber Profile => _subscribers.ProfileOf(Ana);

    [Theory]
    [InlineData(VoteKind.Useful)]
    [InlineData(VoteKind.Noise)]
    public async Task VoteAsync_KeepsTheRuleToo_WhenTheSubscriberStillHasIt(VoteKind kind)
    {
        await _actions.VoteAsync(Visit(FivePercent), kind, Token);

        var vote = (await _votes.ReadAsync(Id, Token)).ShouldHaveSingleItem();
        vote.ShouldBe(
            new Vote(
                Id,
                "NVDA-down-20250127",
                SubscriptionHash.Hash(Id, Rule.FromText(FivePercent)),
                Rule.FromText(FivePercent),
                kind,
                Given.At("16:00")
            )
        );
    }

    [Fact]
    public async Task VoteAsync_KeepsTheLaterVote_WhenTheSubscriberThinksAgain()
    {
        await _actions.VoteAsync(Visit(FivePercent), VoteKind.Useful, Token);
        await _actions.VoteAsync(Visit(FivePercent), VoteKind.Noise, Token);
        await _actions.VoteAsync(Visit("#chips notable"), VoteKind.Useful, Token);

        (await _votes.ReadAsync(Id, Token))
            .Select(vote => (vote.Rule!.Text, vote.Kind))
            .ShouldBe([(FivePercent, VoteKind.Noise), ("#chips notable", VoteKind.Useful)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("NVDA falls 9% today")]
    [InlineData(null)]
    public async Task VoteAsync_NamesNoRule_WhenTheSubscriberDoesNotHaveItAnyMoreOrNoneFired(string? rule)
    {
        await _actions.VoteAsync(Visit(rule), VoteKind.Noise, Token);

        (await _votes.ReadAsync(Id, Token)).ShouldHaveSingleItem().Rule.ShouldBeNull();
    }

    [Fact]
    public async Task VoteAsync_KeepsNothing_WhenTheProfileIsGone()
    {
        await _actions.VoteAsync(new LinkVisit(Claim(LinkPurpose.Noise), null), VoteKind.Noise, Token);

        (await _votes.ReadAsync(Id, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SnoozeChoice.Close, "2025-01-27T21:00Z")]
    [InlineData(SnoozeChoice.NextOpen, "2025-01-28T14:30Z")]
    [InlineData(SnoozeChoice.Week, "2025-02-03T16:00Z")]
    public async Task PauseAsync_SilencesTheIncidentOfTheLink_WhenAnEndIsChosen(SnoozeChoice choice, string until)
    {
        (await _actions.PauseAsync(Claim(LinkPurpose.Pause), choice, Token)).ShouldBe(Given.Utc(until));

        Profile
            .Snoozes!.ShouldHaveSingleItem()
            .ShouldBe(new Snooze(SnoozeScope.Incident, "NVDA-down-20250127", Given.At("16:00"), Given.Utc(until)));
    }

    [Fact]
    public async Task PauseAsync_ChangesNothing_WhenTheSessionIsOverMeanwhile()
    {
        _time.SetUtcNow(Given.At("21:00"));

        (await _actions.PauseAsync(Claim(LinkPurpose.Pause), SnoozeChoice.Close, Token)).ShouldBeNull();

        Profile.Snoozes.ShouldBeNull();
    }

    [Fact]
    public async Task OnlySevereAsync_EndsAtTheSubscribersMidnight_WhenTheirZoneIsAnotherOne()
    {
        _subscribers.Put(Profile with { TimeZone = "Europe/Berlin" });

        (await _actions.OnlySevereAsync(Visit(null), Token)).ShouldBe(Given.At("23:00"));

        Profile.Snoozes!.ShouldHaveSingleItem().ShouldBe(new Snooze(SnoozeScope.BelowSevere, "", Given.At("16:00"), Given.At("23:00")));
    }

    [Fact]
    public async Task OnlySevereAsync_SaysWhatItWouldInNewYork_WhenTheProfileIsGone()
    {
        _subscribers.Clear();

        (await _actions.OnlySevereAsync(new LinkVisit(Claim(LinkPurpose.OnlySevere), null), Token)).ShouldBe(
            Given.Utc("2025-01-28T05:00Z")
        );
    }

    [Fact]
    public async Task EndLinksAsync_TurnsOffALink_WhenItWasWrittenBefore()
    {
        _time.Advance(TimeSpan.FromTicks(12_345));

        await _actions.EndLinksAsync(Claim(LinkPurpose.EndLinks), Token);

        var ended = Claim(LinkPurpose.Pause);
        new LinkVisit(ended, Profile).IsTurnedOff.ShouldBeTrue();
        new LinkVisit(ended with { WrittenAt = Given.At("16:00:00.001") }, Profile).IsTurnedOff.ShouldBeFalse();
    }

    [Fact]
    public async Task EndLinksAsync_ChangesNothing_WhenLaterLinksWereTurnedOffAlready()
    {
        _subscribers.Put(Profile with { LinksSince = Given.At("16:30") });

        await _actions.EndLinksAsync(Claim(LinkPurpose.EndLinks), Token);

        Profile.LinksSince.ShouldBe(Given.At("16:30"));
    }

    private LinkVisit Visit(string? rule) => new(Claim(LinkPurpose.Useful, rule: rule), Profile);
}
