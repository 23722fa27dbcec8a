using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class SnoozeEditsTests
{
    private const string Chips = "chips-down-20250127";
    private static readonly DateTimeOffset Now = Given.At("16:00");
    private static readonly Subscriber Ana = GivenSplit.Profile("ana@example.com");

    [Fact]
    public void Begin_AddsASnooze_BesideOthers()
    {
        var both = SnoozeEdits.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("23:00"), Given.At("17:00"));

        both.Snoozes.ShouldBe([
            new(SnoozeScope.Incident, Chips, Now, Given.At("21:00")),
            new(SnoozeScope.BelowSevere, "", Given.At("17:00"), Given.At("23:00")),
        ]);
    }

    [Fact]
    public void Begin_IsDoneOnce_WhenTheButtonIsPressedTwice()
    {
        var once = Paused(Chips, "21:00");

        SnoozeEdits.Begin(once, SnoozeScope.Incident, Chips, Given.At("21:00"), Given.At("16:01")).ShouldBeSameAs(once);
    }

    [Fact]
    public void Begin_MovesTheEnd_AndKeepsTheBeginning() =>
        SnoozeEdits
            .Begin(Paused(Chips, "21:00"), SnoozeScope.Incident, Chips, Given.At("18:00"), Given.At("17:00"))
            .Snoozes.ShouldBe([new(SnoozeScope.Incident, Chips, Now, Given.At("18:00"))]);

    [Fact]
    public void Begin_BeginsAnew_WhenTheOldOneIsOver() =>
        SnoozeEdits
            .Begin(Paused(Chips, "17:00"), SnoozeScope.Incident, Chips, Given.At("21:00"), Given.At("17:00"))
            .Snoozes.ShouldBe([new(SnoozeScope.Incident, Chips, Given.At("17:00"), Given.At("21:00"))]);

    [Fact]
    public void Running_ListsTheFirstToEndFirst_AndNotWhatIsOver()
    {
        var both = SnoozeEdits.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("19:00"), Now);

        SnoozeEdits
            .Running(both, Given.At("18:00"))
            .Select(snooze => snooze.Scope)
            .ShouldBe([SnoozeScope.BelowSevere, SnoozeScope.Incident]);
        SnoozeEdits.Running(both, Given.At("19:00")).Select(snooze => snooze.Scope).ShouldBe([SnoozeScope.Incident]);
    }

    [Fact]
    public void End_TakesThatOneAlone()
    {
        var both = SnoozeEdits.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("23:00"), Now);

        var ended = SnoozeEdits.End(both, SnoozeScope.Incident, Chips, Now);
        SnoozeEdits.Running(ended, Now).Select(snooze => snooze.Scope).ShouldBe([SnoozeScope.BelowSevere]);
        (SnoozeEdits.IsOver(ended, SnoozeScope.Incident, Chips, Now), SnoozeEdits.IsOver(ended, SnoozeScope.BelowSevere, "", Now)).ShouldBe(
            (true, false)
        );
        SnoozeEdits.End(ended, SnoozeScope.Incident, Chips, Now).ShouldBeSameAs(ended, "twice is once");
        SnoozeEdits
            .Forget(ended, SnoozeScope.Incident, Chips, Now)
            .Snoozes!.Select(snooze => snooze.Scope)
            .ShouldBe([SnoozeScope.BelowSevere]);
        SnoozeEdits.Forget(both, SnoozeScope.Incident, Chips, Now).ShouldBeSameAs(both, "it still runs");
        SnoozeEdits.End(both, SnoozeScope.Incident, "NVDA-down-20250127", Now).ShouldBeSameAs(both);
        SnoozeEdits.End(Ana, SnoozeScope.All, "", Now).ShouldBeSameAs(Ana);
    }

    private static Subscriber Paused(string incident, string until) =>
        SnoozeEdits.Begin(Ana, SnoozeScope.Incident, incident, Given.At(until), Now);
}
