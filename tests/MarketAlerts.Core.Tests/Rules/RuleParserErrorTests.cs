namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleParserErrorTests
{
    private const string Verbs = "expected one of: falls, rises, moves, below, above, gaps, volume, surprise, notable, severe, halted.";
    private const string Whole =
        "a basket as a whole is 'notable', 'severe', 'median falls 3.5%' or 'breadth falls 70%'; for its members write 'any of "
        + "#chips ...'.";

    private const string Against =
        "say against what: 'today' (the previous close), 'since open', 'in 15m', 'pre-market', 'after-hours' or 'vs benchmark'.";
    private const string Windows = "the windows are 5m, 15m, 30m and 60m.";
    private const string Modifiers = "after the condition comes one of: every, until, once, and.";
    private const string Date = "expected a date such as 2026-12-31: year, month, day.";
    private const string News = "after 'news' comes a symbol such as NVDA or a phrase in quotes such as \"DeepSeek\".";
    private const string Starts = "a rule starts with a symbol such as NVDA, a basket such as #chips, or 'news'.";

    [Theory]
    [InlineData("NVIDIA falls 5% today", "at 'NVIDIA' (column 1): unknown symbol. Did you mean 'NVDA'?")]
    [InlineData("NVDIA falls 5% today", "at 'NVDIA' (column 1): unknown symbol. Did you mean 'NVDA'?")]
    [InlineData("XYZQW falls 5% today", "at 'XYZQW' (column 1): unknown symbol.")]
    [InlineData("NV/DA falls 5% today", "at 'NV/DA' (column 1): unknown symbol. Did you mean 'NVDA'?")]
    [InlineData("nwes \"DeepSeek\"", "at 'nwes' (column 1): unknown symbol. Did you mean 'news'?")]
    [InlineData("chips notable", "at 'chips' (column 1): unknown symbol. Did you mean '#chips'?")]
    [InlineData("#chpis notable", "at '#chpis' (column 1): no basket of this name. Did you mean '#chips'?")]
    [InlineData("any of chips falls 5% today", "at 'chips' (column 8): no basket of this name. Did you mean '#chips'?")]
    [InlineData("any #chips falls 5% today", "at '#chips' (column 5): after 'any' comes 'of' and a basket. Did you mean 'of'?")]
    [InlineData("", $"at the end (column 1): {Starts}")]
    [InlineData("   ", $"at the end (column 4): {Starts}")]
    [InlineData("\"DeepSeek\"", $"at '\"DeepSeek\"' (column 1): {Starts} Did you mean 'news \"DeepSeek\"'?")]
    public void Parse_OffersTheNearestName_WhenTheTargetIsWrong(string text, string error) => ShouldRefuse(text, error);

    [Theory]
    [InlineData("NVDA fals 5% today", $"at 'fals' (column 6): {Verbs} Did you mean 'falls'?")]
    [InlineData("NVDA blewo 120", $"at 'blewo' (column 6): {Verbs}")]
    [InlineData("NVDA", $"at the end (column 5): {Verbs}")]
    [InlineData("NVDA haltd", $"at 'haltd' (column 6): {Verbs} Did you mean 'halted'?")]
    [InlineData("#chips falls 5% today", $"at 'falls' (column 8): {Whole}")]
    [InlineData("#chips medain falls 3%", $"at 'medain' (column 8): {Whole} Did you mean 'median'?")]
    [InlineData("#chips bredth falls 70%", $"at 'bredth' (column 8): {Whole} Did you mean 'breadth'?")]
    [InlineData("#chips median fall 3%", "at 'fall' (column 15): after 'median' comes falls, rises or moves. Did you mean 'falls'?")]
    [InlineData("#chips breadth notable", "at 'notable' (column 16): after 'breadth' comes falls, rises or moves.")]
    [InlineData("NVDA falls 5% tody", $"at 'tody' (column 15): {Against} Did you mean 'today'?")]
    [InlineData("NVDA falls 5%", $"at the end (column 14): {Against}")]
    [InlineData("NVDA falls 4% premarkt", $"at 'premarkt' (column 15): {Against} Did you mean 'pre-market'?")]
    [InlineData("NVDA falls 4% afterhuors", $"at 'afterhuors' (column 15): {Against} Did you mean 'after-hours'?")]
    [InlineData("NVDA falls 5% since close", "at 'close' (column 21): after 'since' comes 'open'. Did you mean 'open'?")]
    [InlineData("NVDA falls 5% vs SPY", "at 'SPY' (column 18): after 'vs' comes 'benchmark'. Did you mean 'benchmark'?")]
    [InlineData("NVDA surprise 3", "at the end (column 16): after the number comes 'sigma'. Did you mean 'sigma'?")]
    public void Parse_OffersTheNearestWord_WhenTheConditionIsWrong(string text, string error) => ShouldRefuse(text, error);

    [Theory]
    [InlineData("NVDA falls 5 today", "at '5' (column 12): expected a percentage such as 5%. Did you mean '5%'?")]
    [InlineData("NVDA falls five today", "at 'five' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls -5% today", "at '-5%' (column 12): expected a percentage such as 5%. Did you mean '5%'?")]
    [InlineData("NVDA falls 5%% today", "at '5%%' (column 12): expected a percentage such as 5%. Did you mean '5%'?")]
    [InlineData("NVDA falls 1,5% today", "at '1,5%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls % today", "at '%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls", "at the end (column 11): expected a percentage such as 5%.")]
    [InlineData("NVDA falls 0.09% today", "at '0.09%' (column 12): out of range: from 0.1 to 1000. Did you mean '0.1%'?")]
    [InlineData("NVDA falls 1001% today", "at '1001%' (column 12): out of range: from 0.1 to 1000. Did you mean '1000%'?")]
    [InlineData("NVDA below $120", "at '$120' (column 12): expected a price such as 120 or 120.50. Did you mean '120'?")]
    [InlineData("NVDA below 0", "at '0' (column 12): out of range: from 0.0001 to 10000000. Did you mean '0.0001'?")]
    [InlineData("NVDA surprise 3x sigma", "at '3x' (column 15): expected a number of usual days, such as 3. Did you mean '3'?")]
    [InlineData("NVDA gaps sideways 3%", "at 'sideways' (column 11): expected a percentage such as 5%.")]
    [InlineData("NVDA volume 3", "at '3' (column 13): expected a multiple such as 3x. Did you mean '3x'?")]
    [InlineData("NVDA volume 300%", "at '300%' (column 13): expected a multiple such as 3x. Did you mean '300x'?")]
    [InlineData("NVDA volume 0.5x", "at '0.5x' (column 13): out of range: from 1 to 1000. Did you mean '1x'?")]
    [InlineData("#chips breadth falls 101%", "at '101%' (column 22): out of range: from 1 to 100. Did you mean '100%'?")]
    [InlineData("NVDA falls 5% in 20m", $"at '20m' (column 18): {Windows} Did you mean '15m'?")]
    [InlineData("NVDA falls 5% in 50 minutes", $"at '50' (column 18): {Windows} Did you mean '60m'?")]
    [InlineData("NVDA falls 5% in 15", $"at '15' (column 18): {Windows} Did you mean '15m'?")]
    [InlineData("NVDA falls 5% in 30s", $"at '30s' (column 18): {Windows} Did you mean '30m'?")]
    [InlineData("NVDA falls 5% in 99999999999h", $"at '99999999999h' (column 18): {Windows} Did you mean '60m'?")]
    [InlineData("NVDA falls 5% in February", $"at 'February' (column 18): {Windows}")]
    [InlineData("NVDA falls 5% in", $"at the end (column 17): {Windows}")]
    public void Parse_OffersTheNearestNumber_WhenANumberIsWrong(string text, string error) => ShouldRefuse(text, error);

    [Theory]
    [InlineData("NVDA below 120 today", "at 'today' (column 16): the rule is complete before this word; leave it out.")]
    [InlineData("  NVDA severe  please ", "at 'please' (column 16): the rule is complete before this word; leave it out.")]
    [InlineData("NVDA falls 5% today evry 2% further", $"at 'evry' (column 21): {Modifiers} Did you mean 'every'?")]
    [InlineData("NVDA notable untill 2026-12-31", $"at 'untill' (column 14): {Modifiers} Did you mean 'until'?")]
    [InlineData("NVDA notable onse", $"at 'onse' (column 14): {Modifiers} Did you mean 'once'?")]
    [InlineData("NVDA notable once once", "at 'once' (column 19): 'once' is there already; leave it out.")]
    [InlineData(
        "NVDA below 120 every 2% further",
        "at 'every' (column 16): 'every' goes with today, since open, windows, pre-market, after-hours, vs benchmark and median "
            + "only; leave it out."
    )]
    [InlineData(
        "#chips breadth falls 60% every 5% further",
        "at 'every' (column 26): 'every' goes with today, since open, windows, pre-market, after-hours, vs benchmark and median "
            + "only; leave it out."
    )]
    [InlineData("NVDA falls 5% today every 2 further", "at '2' (column 27): expected a step such as 2%. Did you mean '2%'?")]
    [InlineData("NVDA falls 5% today every 0.5% further", "at '0.5%' (column 27): out of range: from 1 to 100. Did you mean '1%'?")]
    [InlineData("NVDA falls 5% today every 2% futher", "at 'futher' (column 30): after the step comes 'further'. Did you mean 'further'?")]
    [InlineData("NVDA notable until 2026-13-40", $"at '2026-13-40' (column 20): {Date} Did you mean '2026-12-31'?")]
    [InlineData("NVDA notable until 2026-02-29", $"at '2026-02-29' (column 20): {Date} Did you mean '2026-02-28'?")]
    [InlineData("NVDA notable until 2026-2-3", $"at '2026-2-3' (column 20): {Date} Did you mean '2026-02-03'?")]
    [InlineData("NVDA notable until 31.12.2026", $"at '31.12.2026' (column 20): {Date} Did you mean '2026-12-31'?")]
    [InlineData("NVDA notable until 0000-00-00", $"at '0000-00-00' (column 20): {Date} Did you mean '0001-01-01'?")]
    [InlineData("NVDA notable until Friday", $"at 'Friday' (column 20): {Date}")]
    [InlineData("NVDA notable until", $"at the end (column 19): {Date}")]
    [InlineData(
        "NVDA notable and nws NVDA",
        "at 'nws' (column 18): after 'and' comes 'news' and a symbol or a phrase in quotes. Did you mean 'news'?"
    )]
    [InlineData("NVDA notable and news", $"at the end (column 22): {News}")]
    [InlineData("NVDA notable and news once", $"at 'once' (column 23): {News}")]
    public void Parse_OffersTheNearestWord_WhenAModifierIsWrong(string text, string error) => ShouldRefuse(text, error);

    [Theory]
    [InlineData("news NVDIA", $"at 'NVDIA' (column 6): {News} Did you mean 'NVDA'?")]
    [InlineData("news deepseek", $"at 'deepseek' (column 6): {News} Did you mean '\"deepseek\"'?")]
    [InlineData("news \"DeepSeek", "at '\"DeepSeek' (column 6): the phrase has no closing quote. Did you mean '\"DeepSeek\"'?")]
    [InlineData("news \" ", "at '\"' (column 6): the phrase has no closing quote.")]
    [InlineData("news \" x \"", "at '\" x \"' (column 6): a phrase has 2 to 80 characters.")]
    [InlineData("news \"Deep\u0007Seek\"", "at '\"Deep\u0007Seek\"' (column 6): a phrase has no control characters.")]
    [InlineData("news \"a\tb\"", "at '\"a\tb\"' (column 6): a phrase has no control characters.")]
    public void Parse_OffersAPhrase_WhenNewsIsWrong(string text, string error) => ShouldRefuse(text, error);

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uFFFE')]
    public void Parse_RefusesThePhrase_WhenItIsNoWellFormedText(char letter) =>
        GivenRules.Parse($"news \"abc{letter}\"").Error!.Problem.ShouldBe("a phrase has no control characters.");

    private static void ShouldRefuse(string text, string error)
    {
        var parse = GivenRules.Parse(text);

        parse.Rule.ShouldBeNull();
        parse.Error!.ToString().ShouldBe(error);
    }
}
