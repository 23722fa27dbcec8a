using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleThresholdTests
{
    private static readonly RuleVocabulary Vocabulary = new(
        new HashSet<Symbol> { Given.Sym("NVDA"), Given.Sym("5") },
        new HashSet<string> { "chips", "5" }
    );

    [Theory]
    [InlineData("NVDA falls 5% today", "5", "6", "NVDA falls 6% today")]
    [InlineData("NVDA falls 5% today every 2% further", "5", " 6.50% ", "NVDA falls 6.5% today every 2% further")]
    [InlineData("NVDA moves 4.5% since open once", "4.5", "5", "NVDA moves 5% since open once")]
    [InlineData("NVDA falls 3% in 15m until 2026-12-31", "3", "2", "NVDA falls 2% in 15m until 2026-12-31")]
    [InlineData("any of #chips falls 5% today", "5", "7", "any of #chips falls 7% today")]
    [InlineData("NVDA below 120 once", "120", "110.25", "NVDA below 110.25 once")]
    [InlineData("NVDA gaps down 3%", "3", "4", "NVDA gaps down 4%")]
    [InlineData("NVDA volume 3x", "3", "5X", "NVDA volume 5x")]
    [InlineData("NVDA surprise 3 sigma", "3", "2.5", "NVDA surprise 2.5 sigma")]
    [InlineData("#chips median falls 3.5%", "3.5", "4", "#chips median falls 4%")]
    [InlineData("#chips breadth falls 70%", "70", "80", "#chips breadth falls 80%")]
    [InlineData("news \"5 nm\" 5x and news \"5x\"", "5", "7", "news \"5 nm\" 7x and news \"5x\"")]
    [InlineData("news 5 5x", "5", "6", "news 5 6x")]
    [InlineData("5 below 5", "5", "6", "5 below 6")]
    [InlineData("#5 median falls 5%", "5", "6", "#5 median falls 6%")]
    [InlineData("#chips notable", "notable", "severe", "#chips severe")]
    [InlineData("NVDA severe and news \"notable\"", "severe", " NOTABLE ", "NVDA notable and news \"notable\"")]
    [InlineData("NVDA falls 5% today and news NVDA \"5%\"", "5", "6", "NVDA falls 6% today and news NVDA \"5%\"")]
    public void With_ChangesTheThresholdAlone(string rule, string threshold, string typed, string expected)
    {
        var found = Of(rule).ShouldNotBeNull();

        found.Threshold.ShouldBe(threshold);
        found.With(typed).Rule.ShouldNotBeNull().Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("NVDA halted")]
    [InlineData("news NVDA")]
    [InlineData("news 5 \"11\"")]
    [InlineData("news \"DeepSeek\" once")]
    public void Find_IsNull_WhereThereIsNoThreshold(string rule) => Of(rule).ShouldBeNull();

    [Theory]
    [InlineData("NVDA falls 5% today", "5,5", "at '5,5%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls 5% today", "-5", "at '-5%' (column 12): expected a percentage such as 5%. Did you mean '5%'?")]
    [InlineData("NVDA falls 5% today", "0", "at '0%' (column 12): out of range: from 0.1 to 1000. Did you mean '0.1%'?")]
    [InlineData("NVDA falls 5% today", "", "at '%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls 5% today", "9999999999999999999999", "at the end (column 12): this is too long.")]
    [InlineData("NVDA below 120", "110 once", "at '110 once' (column 12): expected one number and nothing else.")]
    [InlineData("NVDA below 120", "110 until 2026-12-31", "at '110 until 2026-12-31' (column 12): expected one number and nothing else.")]
    [InlineData("NVDA below 120", "<script>", "at '<script>' (column 12): expected a price such as 120 or 120.50.")]
    [InlineData("NVDA notable", "halted", "at 'halted' (column 6): expected notable or severe and nothing else.")]
    [InlineData("NVDA notable", "below 120", "at 'below 120' (column 6): expected notable or severe and nothing else.")]
    public void With_RefusesAnythingElse(string rule, string typed, string error)
    {
        var parse = Of(rule)!.With(typed);

        (parse.Rule, parse.Error?.ToString()).ShouldBe((null, error));
    }

    private static RuleThreshold? Of(string text) => RuleThreshold.Find(RuleParser.Parse(text, Vocabulary).Rule.ShouldNotBeNull());
}
