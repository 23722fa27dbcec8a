using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>Ana ends a pause at 16:00.</summary>
public sealed class HoldReleaseTests : IDisposable
{
    private static readonly DateTimeOffset Now = Given.At("16:00");
    private readonly FlushWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task LookAgainAsync_MakesItDueNow_WhenSomethingIsHeld()
    {
        await PauseAsync("ana");

        await LookAgainAsync();

        _world.Waits.ShouldBe(["ana Item 01-27 16:00:00 Snooze"]);
        var line = (await _world.LedgerOf("ana"))[^1];
        (line.At, line.Decision, line.Subject, line.Reason).ShouldBe((Now, DeliveryStep.Resumed, "m1", "The subscriber ended a pause."));
        line.Incidents.ShouldBe([Nvda.Id]);
    }

    [Fact]
    public async Task LookAgainAsync_LeavesTheRow_WhenItIsAMailOrSomebodyElses()
    {
        await PauseAsync("ben");
        await _world.ClaimAsync("ana");
        _world.Enter("ana");
        string[] waits = [.. _world.Waits];

        await LookAgainAsync();

        _world.Waits.ShouldBe(waits);
    }

    [Fact]
    public async Task LookAgainAsync_ChangesNothing_WhenItIsDueOrWasReleasedBefore()
    {
        await PauseAsync("ana");
        await LookAgainAsync();
        var lines = (await _world.LedgerOf("ana")).Length;

        await LookAgainAsync();

        _world.Waits.ShouldBe(["ana Item 01-27 16:00:00 Snooze"]);
        (await _world.LedgerOf("ana")).Length.ShouldBe(lines);
    }

    [Fact]
    public async Task LookAgainAsync_LetsTheNextFlushHoldItAgain_WhenSomethingElseHoldsIt()
    {
        await PauseAsync("ana");
        _world.Enter("ana", profile => profile with { Vacation = new Vacation(Given.Day, Given.Day) });
        await LookAgainAsync();

        await _world.FlushAsync("16:00");

        _world.Waits.ShouldBe(["ana Item 01-28 05:00:00 Vacation"]);
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Held, DeliveryStep.Resumed, DeliveryStep.Held]);
    }

    private async Task PauseAsync(string name)
    {
        _world.Enter(name, profile => SnoozeEdits.Begin(profile, SnoozeScope.All, "", Given.At("20:00"), Given.At("14:00")));
        await _world.FileAsync(name, "m1", "14:31", Entry(Nvda));
        await _world.FlushAsync();
        _world.Waits.ShouldBe([$"{name} Item 01-27 20:00:00 Snooze"]);
    }

    private Task LookAgainAsync() =>
        new HoldRelease(_world.Subscribers, _world.Subscribers).LookAgainAsync(FlushWorld.IdOf("ana"), Now, Token);
}
