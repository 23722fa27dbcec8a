using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class PriceRuleTests
{
    private static readonly RuleVocabulary Vocabulary = new(new HashSet<Symbol>(Given.Syms("NVDA AAPL")), new HashSet<string> { "chips" });

    // 1199.9995 / 10 = 119.99995, which is 120 to 1/10,000; 100 / 1.0253 = 97.53243 rounded; 100 x 30 = 3000.
    [Theory]
    [InlineData("NVDA below 1200", 10, "NVDA below 120")]
    [InlineData("NVDA above 1234.5", 10, "NVDA above 123.45")]
    [InlineData("NVDA below 1199.9995", 10, "NVDA below 120")]
    [InlineData("NVDA below 499.23", 4, "NVDA below 124.8075")]
    [InlineData("NVDA above 0.25", 0.05, "NVDA above 5")]
    [InlineData("NVDA below 100", 1.0 / 30, "NVDA below 3000")]
    [InlineData("NVDA below 100", 1.5, "NVDA below 66.6667")]
    [InlineData("NVDA below 100", 1.0253, "NVDA below 97.5324")]
    [InlineData("NVDA below 0.0002", 10, "NVDA below 0.0001")]
    [InlineData("NVDA above 9000000", 0.05, "NVDA above 10000000")]
    [InlineData("NVDA below 1200 once", 10, "NVDA below 120 once")]
    [InlineData(
        "NVDA below 1200 until 2026-12-31 once and news \"below 1200\"",
        10,
        "NVDA below 120 until 2026-12-31 once and news \"below 1200\""
    )]
    public void Split_DividesTheLevelAndNothingElse(string rule, double newSharesPerOld, string expected)
    {
        var before = Parse(rule);

        var after = PriceRule.Split(before, newSharesPerOld).ShouldNotBeNull();

        after.Text.ShouldBe(expected);
        after.Terms.ShouldBe(before.Terms);
        after.Levels.ShouldBe(Parse(expected).Levels);
    }

    // 200 characters before, 201 after: "7" becomes "0.7".
    [Fact]
    public void Split_IsNothing_WhenTheTextBecomesTooLong()
    {
        var rule = Parse($"NVDA below 7 and news \"{new string('n', 80)}\" until 2026-12-31 once");
        var padded = rule with { Text = $"NVDA below 7 {new string('n', 200)}" };

        PriceRule.Split(rule, 10).ShouldNotBeNull();
        PriceRule.Split(padded, 10).ShouldBeNull();
    }

    [Theory]
    [InlineData("NVDA below 1200", true)]
    [InlineData("any of #chips above 150 once", true)]
    [InlineData("NVDA falls 5% today", false)]
    [InlineData("#chips notable", false)]
    [InlineData("news \"below 1200\"", false)]
    public void IsOne_TellsPriceRulesFromOthers(string rule, bool expected) => PriceRule.IsOne(Parse(rule)).ShouldBe(expected);

    private static Rule Parse(string text) => RuleParser.Parse(text, Vocabulary).Rule.ShouldNotBeNull();
}
