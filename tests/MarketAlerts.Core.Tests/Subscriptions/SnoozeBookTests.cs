using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Subscriptions;

public sealed class SnoozeBookTests
{
    private const string Chips = "chips-down-20250127";
    private static readonly DateTimeOffset Now = Given.At("16:00");
    private static readonly Subscriber Ana = GivenSplit.Profile("ana@example.com");

    [Fact]
    public void Begin_AddsASnooze_BesideOthers()
    {
        var both = SnoozeBook.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("23:00"), Given.At("17:00"));

        both.Snoozes.ShouldBe([
            new(SnoozeScope.Incident, Chips, Now, Given.At("21:00")),
            new(SnoozeScope.BelowSevere, "", Given.At("17:00"), Given.At("23:00")),
        ]);
    }

    [Fact]
    public void Begin_IsDoneOnce_WhenTheButtonIsPressedTwice()
    {
        var once = Paused(Chips, "21:00");

        SnoozeBook.Begin(once, SnoozeScope.Incident, Chips, Given.At("21:00"), Given.At("16:01")).ShouldBeSameAs(once);
    }

    [Fact]
    public void Begin_MovesTheEnd_AndKeepsTheBeginning() =>
        SnoozeBook
            .Begin(Paused(Chips, "21:00"), SnoozeScope.Incident, Chips, Given.At("18:00"), Given.At("17:00"))
            .Snoozes.ShouldBe([new(SnoozeScope.Incident, Chips, Now, Given.At("18:00"))]);

    [Fact]
    public void Begin_BeginsAnew_WhenTheOldOneIsOver() =>
        SnoozeBook
            .Begin(Paused(Chips, "17:00"), SnoozeScope.Incident, Chips, Given.At("21:00"), Given.At("17:00"))
            .Snoozes.ShouldBe([new(SnoozeScope.Incident, Chips, Given.At("17:00"), Given.At("21:00"))]);

    [Fact]
    public void Running_ListsTheFirstToEndFirst_AndNotWhatIsOver()
    {
        var both = SnoozeBook.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("19:00"), Now);

        SnoozeBook
            .Running(both, Given.At("18:00"))
            .Select(snooze => snooze.Scope)
            .ShouldBe([SnoozeScope.BelowSevere, SnoozeScope.Incident]);
        SnoozeBook.Running(both, Given.At("19:00")).Select(snooze => snooze.Scope).ShouldBe([SnoozeScope.Incident]);
    }

    [Fact]
    public void End_TakesThatOneAlone()
    {
        var both = SnoozeBook.Begin(Paused(Chips, "21:00"), SnoozeScope.BelowSevere, "", Given.At("23:00"), Now);

        var ended = SnoozeBook.End(both, SnoozeScope.Incident, Chips, Now);
        SnoozeBook.Running(ended, Now).Select(snooze => snooze.Scope).ShouldBe([SnoozeScope.BelowSevere]);
        (SnoozeBook.IsOver(ended, SnoozeScope.Incident, Chips, Now), SnoozeBook.IsOver(ended, SnoozeScope.BelowSevere, "", Now)).ShouldBe(
            (true, false)
        );
        SnoozeBook.End(ended, SnoozeScope.Incident, Chips, Now).ShouldBeSameAs(ended, "twice is once");
        SnoozeBook
            .Forget(ended, SnoozeScope.Incident, Chips, Now)
            .Snoozes!.Select(snooze => snooze.Scope)
            .ShouldBe([SnoozeScope.BelowSevere]);
        SnoozeBook.Forget(both, SnoozeScope.Incident, Chips, Now).ShouldBeSameAs(both, "it still runs");
        SnoozeBook.End(both, SnoozeScope.Incident, "NVDA-down-20250127", Now).ShouldBeSameAs(both);
        SnoozeBook.End(Ana, SnoozeScope.All, "", Now).ShouldBeSameAs(Ana);
    }

    private static Subscriber Paused(string incident, string until) =>
        SnoozeBook.Begin(Ana, SnoozeScope.Incident, incident, Given.At(until), Now);
}
