using System.Text;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class AlpacaParserTests
{
    [Theory]
    [InlineData("27T21:00", "27T05:00", "24T05:00", 140, 100.0)] // The usual session.
    [InlineData("28T00:30", "27T05:00", "24T05:00", 140, 100.0)] // After hours, 19:30 in New York: still the 27th.
    [InlineData("28T13:00", "27T05:00", "24T05:00", null, 120.0)] // Before the open of the 28th the bars are of the days before.
    [InlineData("24T21:00", "27T05:00", "24T05:00", null, null)] // The last trade is older than the bars: nobody knows the close before it.
    [InlineData("27T21:00", "27T05:00", "27T05:00", 140, null)] // A bar of the trade's own day is no previous one.
    public void Parse_TakesFiguresOfTheTradesDayOnly_WhenBarsAreOfSeveralDays(
        string trade,
        string day,
        string dayBefore,
        int? open,
        double? previousClose
    )
    {
        var quote = Parse(
                $$$"""
                {"latestTrade":{"p":130,"t":"2025-01-{{{trade}}}:00Z"},"dailyBar":{"t":"2025-01-{{{day}}}:00Z","o":140,"h":150,"l":110,"c":120,"v":7},
                 "prevDailyBar":{"t":"2025-01-{{{dayBefore}}}:00Z","o":1,"h":2,"l":3,"c":100,"v":5}}
                """
            )
            .ShouldHaveSingleItem();

        (quote.Last, quote.Open, quote.PreviousClose).ShouldBe((130, open, previousClose));
        (quote.High, quote.Low, quote.Volume).ShouldBe(open is null ? (null, null, null) : (150.0, 110.0, 7L));
    }

    [Fact]
    public void Parse_TakesTheDayBeforesClose_WhenTheDaysBarIsMissing() =>
        Parse(
                """{"latestTrade":{"p":130,"t":"2025-01-27T21:00:00Z"},"dailyBar":null,"prevDailyBar":{"t":"2025-01-24T05:00:00Z","c":100}}"""
            )
            .ShouldHaveSingleItem()
            .PreviousClose.ShouldBe(100);

    [Theory]
    [InlineData("0001-01-01T00:00:01Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Parse_PassesTheTimeOn_WhenItIsAtTheCalendarsEnds(string time) =>
        Parse($$$"""{"latestTrade":{"p":130,"t":"{{{time}}}"},"dailyBar":{"t":"2025-01-27T05:00:00Z","c":120}}""")
            .ShouldHaveSingleItem()
            .Last.ShouldBe(130);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,{}]")]
    [InlineData("""{"dailyBar":{"t":"2025-01-27T05:00:00Z","c":120}}""")]
    [InlineData("""{"latestTrade":{"p":130},"dailyBar":{"t":"2025-01-27T05:00:00Z","c":120}}""")]
    [InlineData("""{"latestTrade":{"p":130,"t":"yesterday"}}""")]
    [InlineData("""{"latestTrade":{"p":130,"t":"2025-02-30T21:00:00Z"}}""")]
    [InlineData("""{"latestTrade":{"p":1e400,"t":"2025-01-27T21:00:00Z"}}""")]
    [InlineData("""{"latestTrade":{"p":"NaN","t":"2025-01-27T21:00:00Z"}}""")]
    [InlineData("""{"latestTrade":[130,"2025-01-27T21:00:00Z"]}""")]
    public void Parse_HasNoQuote_WhenTheLastTradeIsNotTold(string snapshot) => Parse(snapshot).ShouldBeEmpty();

    private static List<Quote> Parse(string snapshot)
    {
        var quotes = new List<Quote>();
        AlpacaParser.Parse(
            Encoding.UTF8.GetBytes($$"""{"NVDA":{{snapshot}},"OTHER":{{snapshot}}}"""),
            new SymbolTable(GivenQuote.Symbols),
            quotes
        );
        return quotes;
    }
}
