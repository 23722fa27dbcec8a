using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

public sealed class SubscriberActionsTests
{
    private const string Ana = "ana@example.com";
    private const string Chips = "chips-down-20250127";
    private static readonly DateTimeOffset Now = Given.At("16:00");
    private readonly MemorySubscribers _subscribers = new();
    private readonly SubscriberActions _actions;
    private int _looks;

    public SubscriberActionsTests()
    {
        var clock = new MarketClock(new FakeTimeProvider(Now), Given.Calendar);
        _actions = new SubscriberActions(new ProfileEditor(_subscribers), null!, new HoldRelease(_subscribers, _subscribers), clock); // Nobody votes.
        _subscribers.Put(SnoozeEdits.Begin(GivenSplit.Profile(Ana), SnoozeScope.Incident, Chips, Now.AddDays(7), Now.AddHours(-1)));
        _subscribers.Reading = () => _looks++;
    }

    [Theory]
    [InlineData(SnoozeScope.Incident, "NVDA-down-20250127")]
    [InlineData(SnoozeScope.All, "")]
    public async Task ResumeAsync_ReadsNoWaitingList_WhenNothingWasPaused(SnoozeScope scope, string name)
    {
        await ResumeAsync(scope, name);

        (_looks, _subscribers.ProfileOf(Ana).Snoozes!.Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task ResumeAsync_LooksOnce_WhenTheButtonIsPressedTwice()
    {
        await ResumeAsync(SnoozeScope.Incident, Chips);
        await ResumeAsync(SnoozeScope.Incident, Chips);

        (_looks, _subscribers.ProfileOf(Ana).Snoozes!.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task ResumeAsync_DoesTheRest_WhenACrashCameBeforeTheLook()
    {
        _subscribers.Reading = () => throw new IOException("The host died.");
        await Should.ThrowAsync<IOException>(() => ResumeAsync(SnoozeScope.Incident, Chips));
        SnoozeEdits.Running(_subscribers.ProfileOf(Ana), Now).ShouldBeEmpty();

        _subscribers.Reading = () => _looks++;
        await ResumeAsync(SnoozeScope.Incident, Chips);

        (_looks, _subscribers.ProfileOf(Ana).Snoozes!.Count).ShouldBe((1, 0));
    }

    private Task ResumeAsync(SnoozeScope scope, string name) =>
        _actions.ResumeAsync(
            new LinkClaim(SubscriberId.FromAddress(Ana), LinkPurpose.Resume, Now, Now.AddDays(14)),
            scope,
            name,
            TestContext.Current.CancellationToken
        );
}
