using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>The quote before stands as given at 14:59:30, previous close 100; the rule is `falls 5% today`, or `below 95`.</summary>
public sealed class LateRulesTests
{
    [Theory]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 94.9, true)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 95, true)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 94, 94.9, false)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 96, false)]
    [InlineData(MetricId.DayMove, Direction.Up, 50_000, 101, 106, true)]
    [InlineData(MetricId.Price, Direction.Down, 950_000, 97, 95, true)]
    [InlineData(MetricId.Price, Direction.Down, 950_000, 95, 94, false)]
    [InlineData(MetricId.Price, Direction.Up, 1_050_000, 104, 105, true)]
    [InlineData(MetricId.Gap, Direction.Down, 50_000, 97, 94, false)]
    [InlineData(MetricId.Halted, Direction.Up, 10_000, 97, 94, false)]
    public void TakeFired_Fires_WhenTheQuoteBeforeWasShortAndThisOneReaches(
        MetricId metric,
        Direction direction,
        long level,
        double before,
        double now,
        bool fires
    )
    {
        var rule = new LateRule(Given.Sym("NVDA"), metric, direction, level, Given.Day, 7);
        var run = RunOf(before, rule);

        run.Poll(Given.Quote("NVDA", "15:01", now))
            .ShouldBe(fires ? [new PendingCrossing(0, new Crossing(metric, direction, level, level), 7)] : []);
        run.Page.LateRules.ShouldBe(fires ? [] : [rule]);
    }

    [Fact]
    public void TakeFired_EndsRulesWithTheirSession_AndLeavesOtherSymbolsAlone()
    {
        var yesterday = new LateRule(Given.Sym("NVDA"), MetricId.DayMove, Direction.Down, 50_000, new DateOnly(2025, 1, 24), 7);
        var other = yesterday with { Symbol = Given.Sym("AMD"), Session = Given.Day };
        var run = RunOf(97, yesterday, other);

        run.Poll(Given.Quote("NVDA", "15:01", 94)).ShouldBeEmpty();

        run.Page.LateRules.ShouldBe([other]);
    }

    [Fact]
    public void TakeFired_FiresForItsSubscriberAlone_AndOnce()
    {
        var run = RunOf(97, new LateRule(Given.Sym("NVDA"), MetricId.DayMove, Direction.Down, 50_000, Given.Day, 4711));

        run.Poll(Given.Quote("NVDA", "15:01", 94.5)).ShouldHaveSingleItem().LateSubscription.ShouldBe(4711);
        run.Poll(Given.Quote("NVDA", "15:02", 97)).ShouldBeEmpty();
        run.Poll(Given.Quote("NVDA", "15:03", 94.5)).ShouldBeEmpty();
    }

    [Fact]
    public void TakeFired_DoesNotFire_WhenTheReachingQuoteIsHeld()
    {
        var run = RunOf(97, new LateRule(Given.Sym("NVDA"), MetricId.DayMove, Direction.Down, 50_000, Given.Day, 4711));

        run.Poll(Given.Quote("NVDA", "15:01", 80)).ShouldBeEmpty();
        run.Poll(Given.Quote("NVDA", "15:02", 80)).ShouldHaveSingleItem().LateSubscription.ShouldBe(4711);
    }

    [Fact]
    public void TakeFired_FiresAPriceRuleOnce_WhenItsLevelWasArmedAgain()
    {
        var run = RunOf(100, new LateRule(Given.Sym("NVDA"), MetricId.Price, Direction.Down, 980_000, Given.Day, 4711));
        run.Want("NVDA", MetricId.Price, Direction.Down, 980_000);
        run.First.Told = new PriceTold(970_000, 1_000_000);

        // 101 arms again what lies under 101 / 1.02 = 99.02.
        run.Poll(Given.Quote("NVDA", "15:01", 101)).ShouldBeEmpty();
        run.Poll(Given.Quote("NVDA", "15:02", 97.5)).ShouldHaveSingleItem().LateSubscription.ShouldBeNull();
    }

    private static PageRun RunOf(double before, params LateRule[] rules)
    {
        var run = new PageRun(Given.Page(Given.State("NVDA", "14:59:30", before, open: 100), Given.State("AMD", "14:59:30", 100)));
        run.Page.LateRules.AddRange(rules);
        return run;
    }
}
