using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleTests
{
    // Nobody looks up again what was accepted once: a basket may have gone since.
    [Theory]
    [InlineData("NVDA falls 5% today every 2% further")]
    [InlineData("any of #gone moves 3% in 15m until 2026-12-31")]
    [InlineData("#gone median falls 3.5% once")]
    [InlineData("ZZZZ below 120 and news ZZZZ \"export\"")]
    [InlineData("news \"DeepSeek\" 3x")]
    public void FromText_GivesTheRule_ThatTheParserGave(string text)
    {
        var rule = Rule.FromText(text);

        (rule.Text, rule.Levels.Count > 0).ShouldBe((text, true));
        RuleParser.Parse(text, RuleVocabulary.Any).Rule!.Levels.ShouldBe(rule.Levels);
    }

    [Theory]
    [InlineData("")]
    [InlineData("what an older version understood")]
    [InlineData("# falls 5% today")]
    public void FromText_KeepsTheWords_OfWhatItCannotRead(string text)
    {
        var rule = Rule.FromText(text);

        (rule.Text, rule.Levels.Count, rule.Terms).ShouldBe((text, 0, RuleTerms.None));
    }

    [Fact]
    public void Rules_AreTheSame_WhenTheirTextsAre()
    {
        Rule.FromText("NVDA notable").ShouldBe(Rule.FromText("NVDA notable"));
        Rule.FromText("NVDA notable").ShouldNotBe(Rule.FromText("NVDA severe"));
    }
}
