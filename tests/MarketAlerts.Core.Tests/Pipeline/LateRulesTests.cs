using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

public sealed class LateRulesTests
{
    private static readonly LateRules Late = new(new BarOptions());

    // Previous close 100; the rule is `falls 5% today`, or `below 95`.
    [Theory]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 94.9, true)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 95, true)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 94, 94.9, false)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 96, false)]
    [InlineData(MetricId.DayMove, Direction.Down, 50_000, 97, 106, false)]
    [InlineData(MetricId.DayMove, Direction.Up, 50_000, 97, 106, true)]
    [InlineData(MetricId.Price, Direction.Down, 950_000, 97, 95, true)]
    [InlineData(MetricId.Price, Direction.Down, 950_000, 95, 94, false)]
    [InlineData(MetricId.Price, Direction.Up, 1_050_000, 104, 105, true)]
    [InlineData(MetricId.Gap, Direction.Down, 50_000, 97, 90, false)]
    public void TakeFired_Fires_WhenTheQuoteBeforeWasShortAndThisOneReaches(MetricId metric, Direction direction, long level, double before, double now, bool fires)
    {
        var rule = new LateRule(Given.Sym("NVDA"), metric, direction, level, Given.Day, 7);
        var rules = new List<LateRule> { rule };

        var fired = Late.TakeFired(rules, Given.State("NVDA", "15:01", now), Late.ValuesOf(Given.State("NVDA", "15:00", before)));

        fired.ShouldBe(fires ? [rule] : []);
        rules.ShouldBe(fires ? [] : [rule]);
    }

    [Fact]
    public void TakeFired_EndsRulesWithTheirSession_AndLeavesOtherSymbolsAlone()
    {
        var yesterday = new LateRule(Given.Sym("NVDA"), MetricId.DayMove, Direction.Down, 50_000, new DateOnly(2025, 1, 24), 7);
        var other = yesterday with { Symbol = Given.Sym("AMD") };
        var rules = new List<LateRule> { yesterday, other };

        Late.TakeFired(rules, Given.State("NVDA", "15:01", 94), Late.ValuesOf(Given.State("NVDA", "15:00", 97))).ShouldBeEmpty();

        rules.ShouldBe([other]);
    }

    [Fact]
    public void ValuesOf_HoldsWhatHasAValue()
    {
        Late.ValuesOf(new SymbolState(Given.Sym("NVDA"))).ShouldBeEmpty();
        Late.ValuesOf(Given.State("NVDA", "15:00", 97)).Keys.ShouldBe([MetricId.Price, MetricId.DayMove, MetricId.Tier]);
    }
}
