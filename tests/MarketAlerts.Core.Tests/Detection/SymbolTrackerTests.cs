using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>NVDA on 27 January 2025: previous close 142.62, open 124.80. AMD and MU fall with it, so that no step of it is held.</summary>
public sealed class SymbolTrackerTests
{
    private const MetricId Price = MetricId.Price;
    private readonly NvdaRun _nvda = new();

    [Fact]
    public void Accept_CrossesFromZero_AtTheFirstPrintOfASession() =>
        // -12.4947 %, severe; the price falls from 142.62 to 124.80.
        _nvda
            .Poll("14:31", 124.80)
            .ShouldBe([
                new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947),
                new Crossing(MetricId.Gap, Direction.Down, 0, 124_947),
                new Crossing(MetricId.Tier, Direction.Down, 0, 20_000),
                new Crossing(Price, Direction.Down, 1_426_200, 1_248_000),
            ]);

    [Fact]
    public void Accept_MovesExtremesOnlyOutwards()
    {
        _nvda.Poll("14:31", 124.80);

        // 127.00 is +1.7628 % from the open, -10.95 % on the day: only open-move rises. 118.42: -16.9682 % and -5.1122 %.
        _nvda.Poll("14:32", 127).Where(NotAWindow).ShouldBe([new Crossing(MetricId.OpenMove, Direction.Up, 0, 17_628)]);
        _nvda.Poll("14:33", 126.99).Where(NotAWindow).ShouldBeEmpty();
        _nvda
            .Poll("14:34", 118.42)
            .Take(2)
            .ShouldBe([
                new Crossing(MetricId.DayMove, Direction.Down, 124_947, 169_682),
                new Crossing(MetricId.OpenMove, Direction.Down, 0, 51_122),
            ]);
        _nvda.Poll("14:35", 118.42).ShouldBeEmpty();
    }

    [Fact]
    public void Accept_StartsAnew_WhenTheSessionChanges()
    {
        _nvda.Poll("14:31", 124.80, volume: 5);

        // (121.80 - 118.42) / 118.42 = 3.38 / 118.42 = +2.8542 %.
        var crossings = _nvda.Poll("2025-01-28T14:31Z", 121.80, 118.42, open: null);

        crossings.ShouldContain(new Crossing(MetricId.DayMove, Direction.Up, 0, 28_542));
        crossings.ShouldNotContain(crossing => crossing.Direction == Direction.Down && crossing.Metric != Price);
        (_nvda.State.Session, _nvda.State.Open, _nvda.State.Volume).ShouldBe((new DateOnly(2025, 1, 28), 121.80, null));
        (_nvda.State.Closes.NewestSession, _nvda.State.Closes.Values[^1], _nvda.State.Closes.Volumes[^1]).ShouldBe((Given.Day, 118.42, 5));
        _nvda.State.ExtremeOf(MetricId.DayMove, Direction.Down).ShouldBe(0);
    }

    [Fact]
    public void Accept_KeepsTheToldPrices_AcrossSessions()
    {
        _nvda.Poll("14:31", 124.80);

        _nvda.Poll("2025-01-28T14:31Z", 124.80, 118.42).ShouldNotContain(crossing => crossing.Metric == Price);
    }

    // The low of 116.70 is 25.92 / 142.62 = -18.1742 %. From 120 it is 2.75 % away, from 124 it is 5.9 % away: a jump, not believed.
    [Theory]
    [InlineData("14:34", 120, true)]
    [InlineData("14:33:01", 120, true)]
    [InlineData("14:33", 120, false)]
    [InlineData("14:34", 124, false)]
    public void Accept_TakesTheSourcesOwnLow_OnlyAfterMissedPollsAndNearThePrice(string time, int last, bool taken)
    {
        _nvda.Poll("14:31", 124.80);

        _nvda.Poll(time, last, low: 116.70, high: 999);

        (_nvda.State.ExtremeOf(MetricId.DayMove, Direction.Down) == 181_742).ShouldBe(taken);
        _nvda.State.ExtremeOf(MetricId.DayMove, Direction.Up).ShouldBe(0);
        _nvda.State.Last.ShouldBe(last);
    }

    [Theory]
    [InlineData("14:32", false)]
    [InlineData("14:40", true)]
    public void Accept_CountsMissedPollsFromTheOpen_AtTheFirstQuote(string time, bool taken)
    {
        _nvda.Poll(time, 120, low: 116.70);

        (_nvda.State.ExtremeOf(MetricId.DayMove, Direction.Down) == 181_742).ShouldBe(taken);
    }

    [Theory]
    [InlineData("14:32", 124.80)]
    [InlineData("14:40", null)] // a late first look does not know the open
    public void Accept_TakesTheFirstPriceAsTheOpen_OnlyAtTheOpen(string time, double? open)
    {
        _nvda.Poll(time, 124.80, open: null);

        _nvda.State.Open.ShouldBe(open);
    }

    [Fact]
    public void Accept_NeverTakesALaterPriceAsTheOpen_WhenTheFirstLookWasLate()
    {
        _nvda.Poll("14:40", 124.80, open: null);
        _nvda.Poll("14:41", 123, open: null);
        _nvda.State.Open.ShouldBeNull();

        _nvda.Poll("14:42", 122, open: 125);
        _nvda.State.Open.ShouldBe(125, "the source knows it now");
    }

    // A source that does not know the open yet says zero, or worse.
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Accept_TakesNoOpen_ThatIsNoPrice(double open)
    {
        _nvda
            .Poll("14:40", 124.80, open: open)
            .ShouldNotContain(crossing => crossing.Metric == MetricId.Gap || crossing.Metric == MetricId.OpenMove);

        _nvda.State.Open.ShouldBeNull();
    }

    [Fact]
    public void Accept_TakesTheSourcesOwnHigh_AfterMissedPolls()
    {
        _nvda.Poll("14:31", 124.80);

        // 126 is +0.9615 %, 128.40 against the open of 124.80: 3.60 / 124.80 = +2.8846 %.
        _nvda
            .Poll("14:40", 126, high: 128.40)
            .Where(crossing => crossing.Metric is MetricId.OpenMove)
            .ShouldBe([
                new Crossing(MetricId.OpenMove, Direction.Up, 0, 9_615),
                new Crossing(MetricId.OpenMove, Direction.Up, 9_615, 28_846),
            ]);
    }

    [Fact]
    public void Accept_TellsPriceLevels_ThatTheSourcesLowTouchedInMissedPolls()
    {
        _nvda.Poll("14:31", 124.80);

        _nvda
            .Poll("14:40", 121, low: 119)
            .ShouldContain(crossing =>
                crossing.Metric == Price && crossing.Direction == Direction.Down && crossing.Levels.Contains(1_200_000)
            );
    }

    [Fact]
    public void Accept_TellsAPriceLevelOnce_WhenAnOldLowIsRepeatedAfterAGap()
    {
        // 119 tells `below 120`; at 124 it is armed again (124 / 1.02 = 121.57); the source still says low 119 after the gap.
        _nvda.Poll("14:31", 124.80);
        _nvda.Poll("14:32", 119, low: 119);
        _nvda.Poll("14:33", 124, low: 119);

        _nvda.Poll("14:40", 124, low: 119).ShouldNotContain(crossing => crossing.Metric == Price && crossing.Direction == Direction.Down);
    }

    [Fact]
    public void Accept_KeepsOnePointOfThePathEveryFiveMinutes_AndTheNewest()
    {
        for (var minute = 0; minute <= 12; minute++)
        {
            _nvda.Poll($"14:{30 + minute}", 130 + (minute / 10.0));
        }

        // 14:30 opens, 14:35 and 14:40 stay, 14:42 is the newest.
        _nvda.State.Path.Select(point => point.Price).ShouldBe([130f, 130.5f, 131f, 131.2f]);
    }

    private static bool NotAWindow(Crossing crossing) => crossing.Metric is < MetricId.Move5m or > MetricId.Move60m;
}
