using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Pipeline;

public sealed class SymbolTrackerTests
{
    private static readonly SymbolTracker Tracker = new(Given.Calendar, new BarOptions(), new GuardOptions());

    [Fact]
    public void Accept_CrossesFromZero_AtTheFirstPrintOfASession()
    {
        // NVDA, previous close 142.62, open 124.80: -12.4947 %, severe; the price falls from 142.62 to 124.80.
        Tracker.Accept(new SymbolState(Given.Sym("NVDA")), Nvda("14:31", 124.80)).ShouldBe(
        [
            new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947),
            new Crossing(MetricId.Gap, Direction.Down, 0, 124_947),
            new Crossing(MetricId.Tier, Direction.Down, 0, 20_000),
            new Crossing(MetricId.Price, Direction.Down, 1_426_200, 1_248_000),
        ]);
    }

    [Fact]
    public void Accept_MovesExtremesOnlyOutwards()
    {
        var state = Opened();

        // 127.00 is +1.7628 % from the open, -10.95 % on the day: only open-move rises. 118.42: -16.9682 % and -5.1122 %.
        Tracker.Accept(state, Nvda("14:32", 127)).ShouldBe([new Crossing(MetricId.OpenMove, Direction.Up, 0, 17_628)]);
        Tracker.Accept(state, Nvda("14:33", 126.99)).ShouldBeEmpty();
        Tracker.Accept(state, Nvda("14:34", 118.42)).Take(2).ShouldBe(
            [new Crossing(MetricId.DayMove, Direction.Down, 124_947, 169_682), new Crossing(MetricId.OpenMove, Direction.Down, 0, 51_122)]);
        Tracker.Accept(state, Nvda("14:35", 118.42)).ShouldBeEmpty();
    }

    [Fact]
    public void Accept_StartsAnew_WhenTheSessionChanges()
    {
        var state = Opened();
        state.Volume = 5;
        var tuesday = new Quote(Given.Sym("NVDA"), Given.Utc("2025-01-28T14:31Z"), 121.80, null, null, null, 118.42, null);

        // (121.80 - 118.42) / 118.42 = 3.38 / 118.42 = +2.8542 %.
        var crossings = Tracker.Accept(state, tuesday);

        crossings.ShouldContain(new Crossing(MetricId.DayMove, Direction.Up, 0, 28_542));
        crossings.ShouldNotContain(crossing => crossing.Direction == Direction.Down && crossing.Metric != MetricId.Price);
        (state.Session, state.Open, state.Volume).ShouldBe((new DateOnly(2025, 1, 28), 121.80, 0));
        (state.Closes.NewestSession, state.Closes.Values[^1]).ShouldBe((Given.Day, 118.42));
        state.Extremes[SymbolMetrics.ExtremeIndex(MetricId.DayMove, Direction.Down)].ShouldBe(0);
    }

    [Fact]
    public void Accept_KeepsTheToldPrices_AcrossSessions()
    {
        var state = Opened();
        var tuesday = new Quote(Given.Sym("NVDA"), Given.Utc("2025-01-28T14:31Z"), 124.80, null, null, null, 118.42, null);

        Tracker.Accept(state, tuesday).ShouldNotContain(crossing => crossing.Metric == MetricId.Price);
    }

    // The low of 116.70 is 25.92 / 142.62 = -18.1742 %. From 120 it is 2.75 % away, from 124 it is 5.9 % away: a jump, not believed.
    [Theory]
    [InlineData("14:34", 120, true)]
    [InlineData("14:33:01", 120, true)]
    [InlineData("14:33", 120, false)]
    [InlineData("14:34", 124, false)]
    public void Accept_TakesTheSourcesOwnLow_OnlyAfterMissedPollsAndNearThePrice(string time, int last, bool taken)
    {
        var state = Opened();

        Tracker.Accept(state, Nvda(time, last, low: 116.70, high: 999));

        (state.Extremes[SymbolMetrics.ExtremeIndex(MetricId.DayMove, Direction.Down)] == 181_742).ShouldBe(taken);
        state.Extremes[SymbolMetrics.ExtremeIndex(MetricId.DayMove, Direction.Up)].ShouldBe(0);
        state.Last.ShouldBe(last);
    }

    [Theory]
    [InlineData("14:32", false)]
    [InlineData("14:40", true)]
    public void Accept_CountsMissedPollsFromTheOpen_AtTheFirstQuote(string time, bool taken)
    {
        var state = new SymbolState(Given.Sym("NVDA"));

        Tracker.Accept(state, Nvda(time, 120, low: 116.70));

        (state.Extremes[0] == 181_742).ShouldBe(taken);
    }

    [Fact]
    public void Accept_TakesTheSourcesOwnHigh_AfterMissedPolls()
    {
        var state = Opened();

        // 128.40 against the open of 124.80: 3.60 / 124.80 = +2.8846 %.
        Tracker.Accept(state, Nvda("14:40", 126, high: 128.40)).ShouldContain(new Crossing(MetricId.OpenMove, Direction.Up, 9_615, 28_846));
    }

    [Fact]
    public void Accept_TellsAPriceLevelOnce_WhenAnOldLowIsRepeatedAfterAGap()
    {
        // 119 tells `below 120`; at 124 it is armed again (124 / 1.02 = 121.57); the source still says low 119 after the gap.
        var state = Opened();
        Tracker.Accept(state, Nvda("14:32", 119, low: 119));
        Tracker.Accept(state, Nvda("14:33", 124, low: 119));

        Tracker.Accept(state, Nvda("14:40", 124, low: 119)).ShouldNotContain(
            crossing => crossing.Metric == MetricId.Price && crossing.Direction == Direction.Down);
    }

    private static SymbolState Opened()
    {
        var state = new SymbolState(Given.Sym("NVDA"));
        Tracker.Accept(state, Nvda("14:31", 124.80));
        return state;
    }

    private static Quote Nvda(string time, double last, double? low = null, double? high = null) =>
        Given.Quote("NVDA", time, last, 142.62, 124.80, low, high);

    [Fact]
    public void Accept_TellsPriceLevels_ThatTheSourcesLowTouchedInMissedPolls()
    {
        var state = Opened();

        Tracker.Accept(state, Nvda("14:40", 121, low: 119)).ShouldContain(
            crossing => crossing.Metric == MetricId.Price && crossing.Direction == Direction.Down && crossing.Levels.Contains(1_200_000));
    }
}
