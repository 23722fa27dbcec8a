using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleModifierTests
{
    private static readonly string Canonical = "NVDA falls 5% today every 2% further until 2026-12-31 once and news \"DeepSeek\"";

    [Theory]
    [InlineData("NVDA falls 5% today every 2% further until 2026-12-31 once and news \"DeepSeek\"")]
    [InlineData("NVDA falls 5% today AND NEWS “DeepSeek” Once UNTIL 2026-12-31 Every 2.0% Further")]
    [InlineData("NVDA falls 5% today once and news\"DeepSeek\"every 2% further until 2026-12-31")]
    public void Parse_PrintsModifiersInOneOrder_WhenTheyComeInAny(string text)
    {
        var rule = GivenRules.Parse(text).Rule!;

        rule.Text.ShouldBe(Canonical);
        rule.Terms.ShouldBe(new RuleTerms(true, new DateOnly(2026, 12, 31), new NewsCondition(null, "DeepSeek"), null));
    }

    [Fact]
    public void Parse_GivesNoTerms_WhenThereAreNoModifiers() => GivenRules.Parse("NVDA notable").Rule!.Terms.ShouldBe(RuleTerms.None);

    [Theory]
    [InlineData("NVDA falls 5% today every 2% further", "Down", 26, 5, 55)]
    [InlineData("NVDA rises 5% since open every 10% further", "Up", 26, 5, 255)]
    [InlineData("NVDA falls 3% in 15m every 1% further", "Down", 26, 3, 28)]
    [InlineData("#chips median falls 3.5% every 2.5% further", "Down", 26, 3.5, 66)]
    [InlineData("NVDA falls 80% vs benchmark every 10% further", "Down", 3, 80, 100)]
    [InlineData("NVDA falls 99% pre-market every 5% further", "Down", 1, 99, 99)]
    [InlineData("NVDA falls 5.00004% today every 2.00004% further", "Down", 26, 5, 55)]
    public void Parse_AddsFurtherLevels_WhenTheRuleGoesOn(string text, string direction, int count, double first, double last)
    {
        var watches = GivenRules.Parse(text).Rule!.Levels;

        watches.ShouldAllBe(ruleLevel => ruleLevel.Direction.ToString() == direction);
        (watches.Count, watches[0].Level, watches[^1].Level).ShouldBe((count, Level.FromValue(first), Level.FromValue(last)));
    }

    [Fact]
    public void Parse_CapsTheFallsOnly_WhenAMoveGoesOnEitherWay()
    {
        var watches = GivenRules.Parse("NVDA moves 90% after-hours every 5% further").Rule!.Levels;

        watches.Count(ruleLevel => ruleLevel.Direction is Direction.Down).ShouldBe(3);
        watches.Count(ruleLevel => ruleLevel.Direction is Direction.Up).ShouldBe(26);
    }

    [Theory]
    [InlineData("news NVDA", "NVDA", null)]
    [InlineData("news \"Moody’s  cut\"", null, "Moody's cut")]
    [InlineData("news NVDA «export»", "NVDA", "export")]
    public void Parse_KeepsWhatTheNewsIsAbout_WhenTheRuleIsOnNews(string text, string? symbol, string? phrase)
    {
        var news = GivenRules.Parse(text).Rule!.Terms.News!;

        (news.Symbol?.Text, news.Phrase).ShouldBe((symbol, phrase));
    }

    [Fact]
    public void Parse_TakesASymbolAndAPhrase_WhenNewsIsTheSecondCondition() =>
        GivenRules
            .Parse("#chips notable and news amd \"export\"")
            .Rule!.Terms.AndNews.ShouldBe(new NewsCondition(Given.Sym("AMD"), "export"));

    [Fact]
    public void Parse_TakesADateThatHasPassed_WhenARuleEnds() =>
        GivenRules.Parse("NVDA notable until 2001-01-01").Rule!.Terms.Until.ShouldBe(new DateOnly(2001, 1, 1));
}
