using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>A day as a subscriber lives it: when a rule fires, and when again. Previous close 100 unless said otherwise.</summary>
public sealed class EpisodeLifeTests
{
    private readonly PageRun _run = new("NVDA");

    [Fact]
    public void Detect_AlertsAgain_OnlyOnAFurtherLevelOrANewSession()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 30_000, 50_000);

        Fires("14:31", 96.5).ShouldBe([30_000]);
        Fires("14:32", 99).ShouldBeEmpty();
        Fires("14:33", 96.4).ShouldBeEmpty();
        Fires("14:34", 95).ShouldBe([50_000]);
        Fires("14:35", 94).ShouldBeEmpty();
        Fires("2025-01-28T14:31Z", 91.18, 94).ShouldBe([30_000]); // exactly -3 %
    }

    // Previous close 120.50: 118 fires `below 120` at the open, 125 arms again what lies under 125 / 1.02 = 122.55, 119 fires.
    [Theory]
    [InlineData(new[] { 118.0, 122.0, 125.0, 121.0, 119.0 }, new[] { 0, 4 })]
    [InlineData(new[] { 118.0, 122.0, 119.0 }, new[] { 0 })] // 122 / 1.02 = 119.61: not armed
    [InlineData(new[] { 121.0, 120.0, 119.0 }, new[] { 1 })] // touching counts, once
    [InlineData(new[] { 121.0, 120.0001 }, new int[0])]
    public void Detect_FiresBelow120_AsTheDocsSay(double[] prices, int[] firedAt)
    {
        _run.Want("NVDA", MetricId.Price, Direction.Down, 1_200_000);

        Enumerable.Range(0, prices.Length).Where(index => Fires($"14:{31 + index}", prices[index], 120.5).Length > 0).ShouldBe(firedAt);
    }

    [Fact]
    public void Detect_NeverFiresBelow120_WhenThatWasThePreviousClose()
    {
        _run.Want("NVDA", MetricId.Price, Direction.Down, 1_200_000);

        Fires("14:31", 118, 120).ShouldBeEmpty("the previous close is the first price, and told");
        Fires("14:32", 122, 120).ShouldBeEmpty();
        Fires("14:33", 125, 120).ShouldBeEmpty();
        Fires("14:34", 119, 120).ShouldBe([1_200_000]);
    }

    // Missed polls: the session's own low is 93 (-7 %), believed while it lies within a jump, 5 %, of the price.
    [Theory]
    [InlineData(97, new long[] { 20_000, 60_000 })]
    [InlineData(98, new long[] { 20_000 })] // 93 is 5.1 % away
    public void Detect_TakesTheSessionsLow_AfterMissedPolls(double last, long[] fired)
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 20_000, 60_000);
        Fires("14:31", 99).ShouldBeEmpty();

        Levels(_run.Poll(Given.Quote("NVDA", "14:40", last, low: 93))).ShouldBe(fired);
        Levels(_run.Poll(Given.Quote("NVDA", "14:50", last, low: 93))).ShouldBeEmpty();
    }

    [Fact]
    public void Detect_FiresForWhoJoinsABasket_InTheMiddleOfASession()
    {
        var run = new PageRun("AMD NVDA", new Basket("chips", Given.Syms("NVDA"), null));
        run.Want(Target.OfAnyIn("chips"), MetricId.DayMove, Direction.Down, 30_000, 50_000);
        run.Poll(Given.Quote("AMD", "14:31", 96)).ShouldBeEmpty();

        run.Regroup(new Basket("chips", Given.Syms("NVDA AMD"), null));
        run.Columns.ForgetLevels(); // as a page that is loaded

        run.Poll(Given.Quote("AMD", "14:32", 95.9)).ShouldBeEmpty("3 % was passed before it joined");
        run.Poll(Given.Quote("AMD", "14:33", 94.9)).ShouldHaveSingleItem().Crossing.To.ShouldBe(51_000);

        run.Regroup(new Basket("chips", Given.Syms("NVDA"), null)).Want(Target.OfAnyIn("chips"), MetricId.DayMove, Direction.Down, 60_000);
        run.Poll(Given.Quote("AMD", "14:34", 93)).ShouldBeEmpty("it left");
    }

    [Fact]
    public void Detect_GoesOn_AfterAHalt()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 30_000, 50_000).Want("NVDA", MetricId.Halted, Direction.Up, 10_000);
        Fires("14:31", 96.5).ShouldBe([30_000]);
        Announce("14:32", ListingEventKind.Halt).ShouldBe([10_000]);
        Fires("14:33", 94).ShouldBeEmpty();
        Announce("14:37", ListingEventKind.Resume).ShouldBeEmpty();
        Fires("14:38", 94).ShouldBe([50_000]);
        Announce("14:40", ListingEventKind.Halt).ShouldBe([10_000], "each halt is told");
    }

    private long[] Fires(string time, double last, double previousClose = 100) =>
        Levels(_run.Poll(Given.Quote("NVDA", time, last, previousClose)));

    private long[] Announce(string time, ListingEventKind kind) =>
        Levels(_run.Announce(new ListingEvent(Given.Sym("NVDA"), Given.At(time), kind, "LUDP", 1)));

    /// <summary>The levels of these tests that the crossings passed.</summary>
    private long[] Levels(IEnumerable<PendingCrossing> crossings) =>
        [.. crossings.SelectMany(pending => _run.LevelsOf(pending).Where(pending.Crossing.Levels.Contains))];
}
