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
    public void Parse_GivesCanonicalTextAndRows(string text, string canonical, params string[] rows)
    {
        var parse = GivenRules.Parse(text);

        parse.Error.ShouldBeNull();
        parse.Rule!.Text.ShouldBe(canonical);
        parse.Rule.Watches.Select(Show).ShouldBe(rows);
    }

    [Theory]
    [InlineData("NVDIA falls 5% today", "at 'NVDIA' (column 1): unknown symbol. Did you mean 'NVDA'?")]
    [InlineData("XYZQW falls 5% today", "at 'XYZQW' (column 1): unknown symbol.")]
    [InlineData("NV/DA falls 5% today", "at 'NV/DA' (column 1): unknown symbol. Did you mean 'NVDA'?")]
    [InlineData("NVDA fals 5% today", "at 'fals' (column 6): expected one of: falls, rises, moves, below, above, gaps, surprise, notable, severe. Did you mean 'falls'?")]
    [InlineData("NVDA blewo 120", "at 'blewo' (column 6): expected one of: falls, rises, moves, below, above, gaps, surprise, notable, severe.")]
    [InlineData("NVDA", "at the end (column 5): expected one of: falls, rises, moves, below, above, gaps, surprise, notable, severe.")]
    [InlineData("#chpis notable", "at '#chpis' (column 1): no basket of this name. Did you mean '#chips'?")]
    [InlineData("any of chips falls 5% today", "at 'chips' (column 8): no basket of this name. Did you mean '#chips'?")]
    [InlineData("any #chips falls 5% today", "at '#chips' (column 5): after 'any' comes 'of' and a basket. Did you mean 'of'?")]
    [InlineData("#chips falls 5% today", "at 'falls' (column 8): a basket as a whole is 'notable', 'severe' or 'median falls 3.5%'; for its members write 'any of #chips ...'.")]
    [InlineData("#chips medain falls 3%", "at 'medain' (column 8): a basket as a whole is 'notable', 'severe' or 'median falls 3.5%'; for its members write 'any of #chips ...'. Did you mean 'median'?")]
    [InlineData("#chips median fall 3%", "at 'fall' (column 15): after 'median' comes falls, rises or moves. Did you mean 'falls'?")]
    [InlineData("NVDA falls 5 today", "at '5' (column 12): expected a percentage such as 5%. Did you mean '5%'?")]
    [InlineData("NVDA falls five today", "at 'five' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls -5% today", "at '-5%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls % today", "at '%' (column 12): expected a percentage such as 5%.")]
    [InlineData("NVDA falls", "at the end (column 11): expected a percentage such as 5%.")]
    [InlineData("NVDA falls 0.09% today", "at '0.09%' (column 12): out of range: from 0.1 to 1000.")]
    [InlineData("NVDA falls 1001% today", "at '1001%' (column 12): out of range: from 0.1 to 1000.")]
    [InlineData("NVDA falls 5% tody", "at 'tody' (column 15): say against what: 'today' (the previous close) or 'since open'. Did you mean 'today'?")]
    [InlineData("NVDA falls 5%", "at the end (column 14): say against what: 'today' (the previous close) or 'since open'.")]
    [InlineData("NVDA falls 5% since close", "at 'close' (column 21): after 'since' comes 'open'. Did you mean 'open'?")]
    [InlineData("NVDA below $120", "at '$120' (column 12): expected a price such as 120 or 120.50.")]
    [InlineData("NVDA below 0", "at '0' (column 12): out of range: from 0.0001 to 10000000.")]
    [InlineData("NVDA surprise 3", "at the end (column 16): after the number comes 'sigma'. Did you mean 'sigma'?")]
    [InlineData("NVDA surprise 3x sigma", "at '3x' (column 15): expected a number of usual days, such as 3.")]
    [InlineData("NVDA gaps sideways 3%", "at 'sideways' (column 11): expected a percentage such as 5%.")]
    [InlineData("NVDA below 120 today", "at 'today' (column 16): the rule is complete before this word; leave it out.")]
    [InlineData("  NVDA severe  please ", "at 'please' (column 16): the rule is complete before this word; leave it out.")]
    [InlineData("", "at the end (column 1): a rule starts with a symbol such as NVDA or a basket such as #chips.")]
    [InlineData("   ", "at the end (column 4): a rule starts with a symbol such as NVDA or a basket such as #chips.")]
    public void Parse_PointsAtTheWordAndOffersTheNearest_WhenWrong(string text, string error)
    {
        var parse = GivenRules.Parse(text);

        parse.Rule.ShouldBeNull();
        parse.Error!.ToString().ShouldBe(error);
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
        RuleParser.Parse("XYZ severe", GivenRules.Vocabulary with { Symbols = new HashSet<Core.Quotes.Symbol>() }).Error.ShouldBeNull();

    private static string Show(Watch watch) =>
        string.Create(CultureInfo.InvariantCulture, $"{watch.Target} {watch.Metric} {watch.Direction} {watch.Level.Units}");

    [Fact]
    public void Parse_Refuses_TwoPercentSigns() =>
        GivenRules.Parse("NVDA falls 5%% today").Error!.ToString().ShouldBe("at '5%%' (column 12): expected a percentage such as 5%.");
}
