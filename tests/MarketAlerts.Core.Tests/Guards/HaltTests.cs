using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>NVDA stands at 100 at 15:00 with 10 million shares traded; trading is halted at 15:00:10.</summary>
public sealed class HaltTests
{
    private static readonly ListingEvent Halt = new(Given.Sym("NVDA"), Given.At("15:00:10"), ListingEventKind.Halt, "LUDP", 1);

    private readonly PageRun _run = new(Given.Page(Given.State("NVDA", "15:00", 100)));

    public HaltTests()
    {
        _run.First.Volume = 10e6;
        _run.Want("NVDA", MetricId.Halted, Direction.Up, 10_000).Want("NVDA", MetricId.DayMove, Direction.Down, 10_000);
    }

    [Fact]
    public void Take_TellsAHaltOnce_WhoeverRepeatsIt()
    {
        _run.Announce(Halt).ShouldBe([new PendingCrossing(0, new Crossing(MetricId.Halted, Direction.Up, 0, 10_000), null)]);
        _run.Announce(Halt).ShouldBeEmpty("it was taken before");
        _run.Announce(Halt with { Time = Given.At("15:02"), Code = "M" }).ShouldBeEmpty("it is still halted");
        _run.First.Halted.ShouldBeTrue();
    }

    [Fact]
    public void Take_TellsNobody_WhenNobodyAsked()
    {
        var run = new PageRun("NVDA");

        run.Announce(Halt).ShouldBeEmpty();

        run.First.Halted.ShouldBeTrue();
    }

    // Indicative prints carry no new volume. Seen to fail without the halt in TimeObjection: -4 % was told.
    [Theory]
    [InlineData("15:01", null)]
    [InlineData("15:01", 10_000_000L)]
    [InlineData("15:01", 20_000_000L)]
    [InlineData("15:05:09", 20_000_000L)]
    [InlineData("15:30", null)]
    [InlineData("15:30", 10_000_000L)]
    public void Judge_RejectsQuotes_DuringAHalt(string time, long? volume)
    {
        _run.Announce(Halt);

        _run.Poll(Given.Quote("NVDA", time, 96, volume: volume)).ShouldBeEmpty();

        (_run.First.LastVerdict, _run.First.Last, _run.First.Halted).ShouldBe((VerdictReason.Halted, 100, true));
    }

    // A lost resume message: five minutes are the shortest halt, and shares changed hands.
    [Fact]
    public void Judge_TakesAQuote_WhenSharesChangeHandsAfterTheShortestHalt()
    {
        _run.Announce(Halt);

        _run.Poll(Given.Quote("NVDA", "15:05:10", 96, volume: 10_000_001)).ShouldHaveSingleItem();

        (_run.First.LastVerdict, _run.First.Halted).ShouldBe((VerdictReason.Accepted, false));
    }

    [Fact]
    public void Judge_TakesAQuote_AfterTheResumeMessage()
    {
        _run.Announce(Halt);
        _run.Announce(Halt with { Time = Given.At("15:05:10"), Kind = ListingEventKind.Resume });

        _run.Poll(Given.Quote("NVDA", "15:05:20", 96)).ShouldHaveSingleItem();
    }

    // The print before the halt often comes in together with the message of it: it is a real one, and trading is still halted.
    [Fact]
    public void Judge_TakesAPrintFromBeforeTheHalt_AndTradingStaysHalted()
    {
        _run.Announce(Halt);

        _run.Poll(Given.Quote("NVDA", "15:00:05", 97)).ShouldHaveSingleItem();
        _run.First.Halted.ShouldBeTrue();

        _run.Judge(Given.Quote("NVDA", "15:01", 90)).ShouldBe(VerdictReason.Halted);
    }

    [Fact]
    public void Judge_ComparesWithTodaysVolume_WhenTheHaltWasYesterdayAndItsEndWasLost()
    {
        _run.Announce(Halt);

        // Yesterday 10 million, this morning 50,000: that is trading.
        _run.Judge(Given.Quote("NVDA", "2025-01-28T14:31Z", 99, volume: 50_000)).ShouldBe(VerdictReason.Accepted);
    }

    [Fact]
    public void PageEvents_CarryTheTimeOfTheHalt()
    {
        _run.Announce(Halt);
        _run.Page.Pending.Add(new PendingCrossing(0, new Crossing(MetricId.Halted, Direction.Up, 0, 10_000), null));

        PageEvents.EventsOn(_run.Page, Given.Thresholds).ShouldHaveSingleItem().MarketTime.ShouldBe(Given.At("15:00:10"));
    }

    // Halt and resumption arrive together after an outage: the event is of that time, never of the year one.
    [Fact]
    public void PageEvents_CarryATimeOfTheDay_WhenTradingWentOnMeanwhile()
    {
        _run.Announce(Halt, Halt with { Time = Given.At("15:05:10"), Kind = ListingEventKind.Resume }).Length.ShouldBe(1);
        _run.Page.Pending.Add(new PendingCrossing(0, new Crossing(MetricId.Halted, Direction.Up, 0, 10_000), null));

        PageEvents.EventsOn(_run.Page, Given.Thresholds).ShouldHaveSingleItem().MarketTime.ShouldBe(Given.At("15:05:10"));
    }
}
