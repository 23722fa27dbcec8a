using System.Globalization;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("NVDA falls 5% today", "NVDA falls 5% today", "s.NVDA DayMove Down 50000")]
    [InlineData("nvda  FALLS\t5.0% Today ", "NVDA falls 5% today", "s.NVDA DayMove Down 50000")]
    [InlineData("NVDA falls 5% since open", "NVDA falls 5% since open", "s.NVDA OpenMove Down 50000")]
    [InlineData("NVDA rises 4.25% today", "NVDA rises 4.25% today", "s.NVDA DayMove Up 42500")]
    [InlineData("NVDA moves 5% today", "NVDA moves 5% today", "s.NVDA DayMove Down 50000", "s.NVDA DayMove Up 50000")]
    [InlineData("BRK.B moves .5% since open", "BRK.B moves 0.5% since open", "s.BRK.B OpenMove Down 5000", "s.BRK.B OpenMove Up 5000")]
    [InlineData("NVDA below 120", "NVDA below 120", "s.NVDA Price Down 1200000")]
    [InlineData("NVDA below 120.50", "NVDA below 120.5", "s.NVDA Price Down 1205000")]
    [InlineData("NVDA above 150", "NVDA above 150", "s.NVDA Price Up 1500000")]
    [InlineData("NVDA above 0.00015", "NVDA above 0.0002", "s.NVDA Price Up 2")]
    [InlineData("NVDA gaps down 3%", "NVDA gaps down 3%", "s.NVDA Gap Down 30000")]
    [InlineData("NVDA gaps up 3%", "NVDA gaps up 3%", "s.NVDA Gap Up 30000")]
    [InlineData("NVDA gaps 3%", "NVDA gaps 3%", "s.NVDA Gap Down 30000", "s.NVDA Gap Up 30000")]
    [InlineData("NVDA surprise 3 sigma", "NVDA surprise 3 sigma", "s.NVDA Surprise Down 30000", "s.NVDA Surprise Up 30000")]
    [InlineData("NVDA notable", "NVDA notable", "s.NVDA Tier Down 10000", "s.NVDA Tier Up 10000")]
    [InlineData("NVDA severe", "NVDA severe", "s.NVDA Tier Down 20000", "s.NVDA Tier Up 20000")]
    [InlineData("#chips notable", "#chips notable", "b.chips Tier Down 10000", "b.chips Tier Up 10000")]
    [InlineData("#Chips SEVERE", "#chips severe", "b.chips Tier Down 20000", "b.chips Tier Up 20000")]
    [InlineData("#chips median falls 3.5%", "#chips median falls 3.5%", "b.chips MedianMove Down 35000")]
    [InlineData("#chips median rises 3.5%", "#chips median rises 3.5%", "b.chips MedianMove Up 35000")]
    [InlineData("#chips median moves 3.5%", "#chips median moves 3.5%", "b.chips MedianMove Down 35000", "b.chips MedianMove Up 35000")]
    [InlineData("any of #chips falls 5% today", "any of #chips falls 5% today", "a.chips DayMove Down 50000")]
    [InlineData("Any Of #TECH severe", "any of #tech severe", "a.tech Tier Down 20000", "a.tech Tier Up 20000")]
    [InlineData("NVDA falls 3% in 15m", "NVDA falls 3% in 15m", "s.NVDA Move15m Down 30000")]
    [InlineData("NVDA Rises 3% IN 5 minutes", "NVDA rises 3% in 5m", "s.NVDA Move5m Up 30000")]
    [InlineData("NVDA falls 3% in 15MIN", "NVDA falls 3% in 15m", "s.NVDA Move15m Down 30000")]
    [InlineData("NVDA falls 3% in 030 m", "NVDA falls 3% in 30m", "s.NVDA Move30m Down 30000")]
    [InlineData("NVDA moves 3% in 1h", "NVDA moves 3% in 60m", "s.NVDA Move60m Down 30000", "s.NVDA Move60m Up 30000")]
    [InlineData("NVDA moves 3% in 1 hour", "NVDA moves 3% in 60m", "s.NVDA Move60m Down 30000", "s.NVDA Move60m Up 30000")]
    [InlineData("NVDA volume 3x", "NVDA volume 3x", "s.NVDA Volume Up 30000")]
    [InlineData("NVDA Volume 2.50X", "NVDA volume 2.5x", "s.NVDA Volume Up 25000")]
    [InlineData("NVDA falls 4% pre-market", "NVDA falls 4% pre-market", "s.NVDA PreMove Down 40000")]
    [InlineData("NVDA falls 4% Premarket", "NVDA falls 4% pre-market", "s.NVDA PreMove Down 40000")]
    [InlineData("NVDA rises 4% after hours", "NVDA rises 4% after-hours", "s.NVDA AfterMove Up 40000")]
    [InlineData("NVDA moves 4% after-hours", "NVDA moves 4% after-hours", "s.NVDA AfterMove Down 40000", "s.NVDA AfterMove Up 40000")]
    [InlineData("NVDA falls 3% VS benchmark", "NVDA falls 3% vs benchmark", "s.NVDA Relative Down 30000")]
    [InlineData("NVDA halted", "NVDA halted", "s.NVDA Halted Up 10000")]
    [InlineData("any of #chips halted", "any of #chips halted", "a.chips Halted Up 10000")]
    [InlineData("any of #chips rises 3% in 30m", "any of #chips rises 3% in 30m", "a.chips Move30m Up 30000")]
    [InlineData("any of #chips volume 3x", "any of #chips volume 3x", "a.chips Volume Up 30000")]
    [InlineData("#chips breadth falls 70%", "#chips breadth falls 70%", "b.chips Breadth Down 700000")]
    [InlineData("#chips breadth moves 70%", "#chips breadth moves 70%", "b.chips Breadth Down 700000", "b.chips Breadth Up 700000")]
    [InlineData("News nvda", "news NVDA", "s.NVDA Mentions Up 10000")]
    [InlineData("news \"DeepSeek\"", "news \"DeepSeek\"", "t.a902f84472a17a74 Mentions Up 10000")]
    [InlineData("news“ Deep  Seek „", "news \"Deep Seek\"", "t.31faddf064fb8617 Mentions Up 10000")]
    [InlineData("news NVDA \"export\"", "news NVDA \"export\"", "t.45c260925ac7bbd2 Mentions Up 10000")]
    [InlineData("news NVDA \"Export\"", "news NVDA \"Export\"", "t.45c260925ac7bbd2 Mentions Up 10000")]
    [InlineData("news NVDA 5x", "news NVDA 5x", "s.NVDA Burst Up 50000")]
    [InlineData("news \"DeepSeek\" 2.50X once", "news \"DeepSeek\" 2.5x once", "t.a902f84472a17a74 Burst Up 25000")]
    public void Parse_GivesCanonicalTextAndRows(string text, string canonical, params string[] rows)
    {
        var parse = GivenRules.Parse(text);

        parse.Error.ShouldBeNull();
        parse.Rule!.Text.ShouldBe(canonical);
        parse.Rule.Levels.Select(Show).ShouldBe(rows);
    }

    [Fact]
    public void Parse_Refuses_WhenLongerThan200Characters()
    {
        var fits = "NVDA severe".PadRight(RuleParser.MaximumLength);

        GivenRules.Parse(fits).Error.ShouldBeNull();
        GivenRules.Parse(fits + " ").Error!.ToString().ShouldBe("at the end (column 201): a rule has at most 200 characters.");
    }

    [Fact]
    public void Parse_TakesAnyWellFormedSymbol_WhenNoneIsKnown() =>
        RuleParser.Parse("XYZ severe", GivenRules.Vocabulary with { Symbols = new HashSet<Core.Market.Symbol>() }).Error.ShouldBeNull();

    [Fact]
    public void Parse_Refuses_WhenThePrintedRuleIsLongerThan200Characters()
    {
        var text = $"news NVDA\"{new string('a', 79)}\"until 2026-12-31 once and news AMD\"{new string('b', 74)}\"";

        text.Length.ShouldBe(200);
        GivenRules.Parse(text).Error!.ToString().ShouldBe("at the end (column 201): a rule has at most 200 characters.");
    }

    private static string Show(RuleLevel ruleLevel) =>
        string.Create(CultureInfo.InvariantCulture, $"{ruleLevel.Target} {ruleLevel.Metric} {ruleLevel.Direction} {ruleLevel.Level.Units}");
}
