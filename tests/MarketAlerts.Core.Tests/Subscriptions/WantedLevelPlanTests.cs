using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Core.Tests.Rules;

namespace MarketAlerts.Core.Tests.Subscriptions;

public sealed class WantedLevelPlanTests
{
    private static readonly Catalog Catalog = Given.Catalog(new Basket("chips", Given.Syms("NVDA AMD"), null));

    [Theory]
    [InlineData("NVDA falls 5% today", "s.NVDA DayMove Down 5", "")]
    [InlineData("any of #chips falls 5% today", "s.NVDA DayMove Down 5, s.AMD DayMove Down 5", "")]
    [InlineData("#chips median falls 3.5%", "s.NVDA DayMove Down 2, s.NVDA Tier Down 1, s.NVDA Tier Down 2, s.AMD DayMove Down 2, s.AMD Tier Down 1, s.AMD Tier Down 2", "b.chips MedianMove Down 3.5")]
    [InlineData("NVDA volume 3x", "s.NVDA Volume Up 3", "")]
    [InlineData("news NVDA", "", "")]
    [InlineData("news \"DeepSeek\"", "", "")]
    [InlineData("#tech median falls 3.5%", "", "b.tech MedianMove Down 3.5")]
    public void OnSymbolsAndOnBaskets_AreWhatDetectionNeeds(string rule, string onSymbols, string onBaskets)
    {
        var watch = GivenRules.Parse(rule).Rule!.Watches.ShouldHaveSingleItem();

        Show(new WantedLevelPlan(new BarOptions()).OnSymbols(watch, Catalog)).ShouldBe(onSymbols);
        Show(WantedLevelPlan.OnBaskets(watch)).ShouldBe(onBaskets);
    }

    private static string Show(IEnumerable<Watch> watches) => string.Join(", ", watches.Select(watch => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{watch.Target} {watch.Metric} {watch.Direction} {watch.Level.Value:0.####}")));
}
