using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleExplainerTests
{
    [Theory]
    [InlineData("NVDA falls 5% today", "NVDA falls 5 % or more from its previous close; at most once a session.")]
    [InlineData("NVDA rises 4.5% today", "NVDA rises 4.5 % or more from its previous close; at most once a session.")]
    [InlineData("NVDA moves 5% today", "NVDA moves 5 % or more from its previous close, up or down; at most once a session.")]
    [InlineData("NVDA falls 5% since open", "NVDA falls 5 % or more from its first price of the session; at most once a session.")]
    [InlineData("NVDA gaps down 3%", "NVDA opens 3 % or more below its previous close; at most once a session.")]
    [InlineData("NVDA gaps up 3%", "NVDA opens 3 % or more above its previous close; at most once a session.")]
    [InlineData("NVDA gaps 3%", "NVDA opens 3 % or more below or above its previous close; at most once a session.")]
    [InlineData(
        "NVDA falls 3% in 15m",
        "NVDA falls 3 % or more from its highest price of the last 15 minutes; again only after it has come back half of the way."
    )]
    [InlineData(
        "NVDA rises 3% in 5m",
        "NVDA rises 3 % or more from its lowest price of the last 5 minutes; again only after it has come back half of the way."
    )]
    [InlineData(
        "NVDA moves 3% in 1h",
        "NVDA moves 3 % or more from its highest or lowest price of the last 60 minutes; again only after it has come back half of the way."
    )]
    [InlineData(
        "NVDA falls 3% in 30m",
        "NVDA falls 3 % or more from its highest price of the last 30 minutes; again only after it has come back half of the way."
    )]
    [InlineData(
        "NVDA falls 4% pre-market",
        "NVDA falls 4 % or more from its previous close before the market opens; at most once a session."
    )]
    [InlineData(
        "NVDA moves 4% after-hours",
        "NVDA moves 4 % or more from the day's close after the market has closed, up or down; at most once a session."
    )]
    [InlineData(
        "NVDA falls 3% vs benchmark",
        "NVDA does 3 percentage points or more worse today than the benchmark of its basket; at most once a session."
    )]
    [InlineData(
        "NVDA moves 3% vs benchmark",
        "NVDA does 3 percentage points or more worse or better today than the benchmark of its basket; at most once a session."
    )]
    [InlineData("NVDA surprise 3 sigma", "NVDA moves 3 usual days or more from its previous close, up or down; at most once a session.")]
    [InlineData("any of #chips rises 5% today", "any member of #chips rises 5 % or more from its previous close; at most once a session.")]
    [InlineData(
        "#chips median falls 3.5%",
        "the median member of #chips falls 3.5 % or more from its previous close; at most once a session."
    )]
    public void Explain_SaysWhoHowFarAndFromWhere_WhenTheRuleIsOnAMove(string rule, string expected) => ShouldExplain(rule, expected);

    [Theory]
    [InlineData("NVDA below 120", "the price of NVDA is 120 or less; again only after the price was more than 2 % above that.")]
    [InlineData("NVDA above 150.50", "the price of NVDA is 150.5 or more; again only after the price was more than 2 % below that.")]
    [InlineData("NVDA volume 3x", "NVDA has traded 3 times its usual volume for the time of day or more; at most once a session.")]
    [InlineData("NVDA halted", "trading in NVDA is halted; again at the next halt.")]
    [InlineData("any of #chips halted", "trading in any member of #chips is halted; again at the next halt.")]
    [InlineData("NVDA notable", "NVDA makes a notable move, up or down: a large one that is also unusual for it; at most once a session.")]
    [InlineData(
        "NVDA severe",
        "NVDA makes a severe move, up or down: a very large one, however jumpy it usually is; at most once a session."
    )]
    [InlineData(
        "#chips notable",
        "#chips as a whole makes a notable move, up or down: most of its members move clearly the same way; at most once a session."
    )]
    [InlineData(
        "#chips severe",
        "#chips as a whole makes a severe move, up or down: a notable one in which a member's move is severe; at most once a session."
    )]
    [InlineData("#chips breadth falls 70%", "70 % or more of the members of #chips are clearly down today; at most once a session.")]
    [InlineData("#chips breadth moves 70%", "70 % or more of the members of #chips are clearly down or up today; at most once a session.")]
    [InlineData("news NVDA", "there is news of NVDA; again only after the news has calmed down by half.")]
    [InlineData("news \"DeepSeek\"", "there is news of \"DeepSeek\"; again only after the news has calmed down by half.")]
    [InlineData(
        "news NVDA \"export\"",
        "there is news of NVDA that mentions \"export\"; again only after the news has calmed down by half."
    )]
    public void Explain_SaysWhatHappens_WhenTheRuleIsOnAnythingElse(string rule, string expected) => ShouldExplain(rule, expected);

    [Theory]
    [InlineData(
        "NVDA falls 5% today every 2% further",
        "NVDA falls from its previous close, at 5, 7, 9 ... 55 % (every 2 % further); each of them at most once a session."
    )]
    [InlineData(
        "NVDA falls 3% in 15m every 1% further",
        "NVDA falls from its highest price of the last 15 minutes, at 3, 4, 5 ... 28 % (every 1 % further); again only after it has "
            + "come back half of the way."
    )]
    [InlineData(
        "NVDA falls 95% today every 2% further",
        "NVDA falls from its previous close, at 95, 97, 99 % (every 2 % further); each of them at most once a session."
    )]
    [InlineData(
        "NVDA rises 3% vs benchmark every 2% further",
        "NVDA does better today than the benchmark of its basket, at 3, 5, 7 ... 53 percentage points (every 2 percentage points "
            + "further); each of them at most once a session."
    )]
    [InlineData(
        "NVDA notable until 2026-12-31",
        "NVDA makes a notable move, up or down: a large one that is also unusual for it; at most once a session; until 31 December 2026."
    )]
    [InlineData("NVDA below 120 once", "the price of NVDA is 120 or less; once, then the rule ends.")]
    [InlineData("news NVDA 5x", "news of NVDA comes 5 times as often as usual or more; again only after the news has calmed down by half.")]
    [InlineData(
        "NVDA below 120 and news \"DeepSeek\"",
        "the price of NVDA is 120 or less, and there is news of \"DeepSeek\" as well; again only after the price was more than 2 % "
            + "above that."
    )]
    [InlineData(
        "NVDA falls 5% today every 2% further until 2026-12-31 once and news AMD",
        "NVDA falls from its previous close, at 5, 7, 9 ... 55 % (every 2 % further), and there is news of AMD as well; once, then "
            + "the rule ends; until 31 December 2026."
    )]
    public void Explain_SaysHowItGoesOnAndEnds_WhenThereAreModifiers(string rule, string expected) => ShouldExplain(rule, expected);

    private static void ShouldExplain(string rule, string expected) =>
        RuleExplainer.Explain(GivenRules.Parse(rule).Rule!).ShouldBe($"Tells you when {expected}");
}
