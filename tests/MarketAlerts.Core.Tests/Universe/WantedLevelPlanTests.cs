using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Universe;

public sealed class WantedLevelPlanTests
{
    [Theory]
    [InlineData("NVDA falls 5% today", "s.NVDA DayMove Down 5", "")]
    [InlineData("any of #chips falls 5% today", "a.chips DayMove Down 5", "")]
    [InlineData(
        "#chips median falls 3.5%",
        "a.chips DayMove Down 2, a.chips Tier Down 1, a.chips Tier Down 2",
        "b.chips MedianMove Down 3.5"
    )]
    [InlineData("NVDA volume 3x", "s.NVDA Volume Up 3", "")]
    [InlineData("NVDA falls 3% in 15m", "s.NVDA Move15m Down 3", "")]
    [InlineData("news NVDA", "", "")]
    [InlineData("news \"DeepSeek\"", "", "")]
    [InlineData("#tech median falls 3.5%", "a.tech DayMove Down 2, a.tech Tier Down 1, a.tech Tier Down 2", "b.tech MedianMove Down 3.5")]
    public void OnPagesAndOnBaskets_AreWhatDetectionNeeds(string rule, string onPages, string onBaskets)
    {
        var ruleLevel = GivenRules.Parse(rule).Rule!.Levels.ShouldHaveSingleItem();

        Show(new WantedLevelPlan(new ThresholdOptions()).OnPages(ruleLevel)).ShouldBe(onPages);
        Show(WantedLevelPlan.OnBaskets(ruleLevel)).ShouldBe(onBaskets);
    }

    [Theory]
    [InlineData("NVDA falls 5% today", "p0001", "NVDA")]
    [InlineData("any of #chips falls 5% today", "p0000 p0001", "NVDA AMD")]
    [InlineData("any of #gone falls 5% today", "", "")]
    public void Pages_AreWhereTheLevelsStand(string rule, string pages, string symbols)
    {
        var catalog = new Catalog(
            [new Basket("chips", Given.Syms("NVDA AMD"), null)],
            new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0001", [Given.Sym("AMD")] = "p0000" }
        );
        var target = rule.Contains("#gone", StringComparison.Ordinal)
            ? Target.OfAnyIn("gone")
            : GivenRules.Parse(rule).Rule!.Levels[0].Target;

        string.Join(' ', WantedLevelPlan.PagesOf(target, catalog).Order(StringComparer.Ordinal)).ShouldBe(pages);
        string.Join(' ', WantedLevelPlan.SymbolsOf(target, catalog)).ShouldBe(symbols);
    }

    private static string Show(IEnumerable<RuleLevel> watches) =>
        string.Join(
            ", ",
            watches.Select(ruleLevel =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{ruleLevel.Target} {ruleLevel.Metric} {ruleLevel.Direction} {ruleLevel.Level.Value:0.####}"
                )
            )
        );
}
