using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class MassiveSnapshotParserTests
{
    private static readonly Symbol Nvda = Symbol.Parse("NVDA");

    [Fact]
    public void Parse_TakesEveryFigure_WhenTheTickerIsComplete() =>
        // 1738011599630916600 ns: 27 January 2025, 20:59:59.6309166 UTC, a tick being 100 ns.
        GivenSnapshot
            .Parse(GivenSnapshot.Of(GivenSnapshot.Nvda))
            .ShouldBe([
                new Quote(
                    Nvda,
                    new DateTimeOffset(2025, 1, 27, 20, 59, 59, TimeSpan.Zero).AddTicks(6_309_166),
                    118.42,
                    124.8,
                    128.4,
                    116.7,
                    142.62,
                    818_830_900
                ),
            ]);

    [Fact]
    public void Parse_ReadsTheSame_WhenTheKeysComeInAnotherOrderAndUnknownOnesBetween() =>
        GivenSnapshot
            .Parse(
                """
                {"tickers":[{"updated":1738011599630916600,"news":[{"day":{"o":1}}],"lastTrade":{"x":4,"t":1738011599630916600,"c":null,"p":118.42},
                  "prevDay":{"v":1,"c":142.62},"day":{"v":818830900,"o":124.8,"deep":{"h":7},"l":116.7,"h":128.4},"ticker":"NVDA"}],"next":null,"status":"OK"}
                """
            )
            .ShouldBe(GivenSnapshot.Parse(GivenSnapshot.Of(GivenSnapshot.Nvda)));

    [Fact]
    public void Parse_ReadsTheSame_WhenNumbersAreText() =>
        Quote(
                """{"ticker":"NVDA","day":{"o":"124.80","h":"128.4","l":"1.167e2","v":"818830900.0"},"prevDay":{"c":"142.62"},"lastTrade":{"p":"118.42","t":"1738011599630916600"}}"""
            )
            .ShouldBe(Quote(GivenSnapshot.Nvda));

    [Fact]
    public void Parse_ReadsTheSame_WhenNamesAndTickersAreEscaped() =>
        Quote(GivenSnapshot.Nvda.Replace("\"ticker\":\"NVDA\"", "\"\\u0074icker\":\"NV\\u0044A\"", StringComparison.Ordinal))
            .ShouldBe(Quote(GivenSnapshot.Nvda));

    [Fact]
    public void Parse_TakesTheLastTradeOnly_WhenTheDayIsClearedForTheNight()
    {
        var quote = Quote(
            """
            {"ticker":"NVDA","day":{"o":0,"h":0,"l":0,"c":0,"v":0},"prevDay":{"c":142.62},"lastTrade":{"p":140.1,"t":1737984600000000000},"min":{"c":139,"t":1737984540000}}
            """
        );

        (quote.Last, quote.Open, quote.High, quote.Low, quote.PreviousClose, quote.Volume).ShouldBe(
            (140.1, null, null, null, 142.62, null)
        );
        quote.MarketTime.ShouldBe(new DateTimeOffset(2025, 1, 27, 13, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(1_737_988_230_000_000_000, 30)] // Updated half a minute into the minute of the close.
    [InlineData(1_737_999_999_000_000_000, 60)] // Updated much later: the close is as old as its minute's end.
    [InlineData(0, 0)] // Not told: the minute's start.
    public void Parse_TakesTheNewestMinute_WhenThePlanHasNoTrades(long updated, int secondsPastOpen)
    {
        var quote = Quote($$"""{"ticker":"NVDA","day":{"o":124.8,"c":1},"min":{"c":124.5,"t":1737988200000},"updated":{{updated}}}""");

        (quote.Last, quote.Open, quote.PreviousClose).ShouldBe((124.5, 124.8, null));
        quote.MarketTime.ShouldBe(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero).AddSeconds(secondsPastOpen));
    }

    [Theory]
    [InlineData("""{"ticker":"NVDA","day":{"c":118.42},"prevDay":{"c":142.62},"updated":1738011599630916600}""")] // No trade and no minute.
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":0,"t":1738011599630916600},"min":{"c":0,"t":0}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":118.42,"t":0}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":-118.42,"t":1738011599630916600}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":1e400,"t":1738011599630916600}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":"N/D","t":1738011599630916600}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":{"p":118.42,"t":99999999999999999999}}""")]
    [InlineData("""{"ticker":"NVDA","min":{"c":1,"t":9223372036854775807}}""")]
    [InlineData("""{"ticker":"NVDA","lastTrade":null,"min":[1,2],"day":"none"}""")]
    [InlineData("""{"ticker":"nvda","lastTrade":{"p":118.42,"t":1738011599630916600}}""")] // Not a ticker we know: theirs are exact.
    [InlineData("""{"ticker":"ABCDEFGHIJKLM","lastTrade":{"p":118.42,"t":1738011599630916600}}""")]
    [InlineData("""{"ticker":null,"lastTrade":{"p":118.42,"t":1738011599630916600}}""")]
    [InlineData("""{"lastTrade":{"p":118.42,"t":1738011599630916600}}""")]
    [InlineData("7")]
    [InlineData("[{}]")]
    public void Parse_HasNoQuote_WhenATickerHasNoPriceNoTimeOrNoKnownName(string ticker) =>
        GivenSnapshot.Parse(GivenSnapshot.Of(ticker)).ShouldBeEmpty();

    [Fact]
    public void Parse_LetsTheLastCount_WhenAKeyIsToldTwice() =>
        Quote("""{"ticker":"A","ticker":"NVDA","day":{"o":1,"h":2},"day":{"o":3},"lastTrade":{"p":4,"p":5,"t":1738011599630916600}}""")
            .ShouldSatisfyAllConditions(quote => (quote.Symbol, quote.Open, quote.High, quote.Last).ShouldBe((Nvda, 3, null, 5)));

    [Fact]
    public void Parse_AllocatesNothing_WhenTheListHasRoom()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(
            GivenSnapshot.Of([.. Enumerable.Repeat("""{"ticker":"GONE","day":{"o":1}}""", 1000), GivenSnapshot.Nvda])
        );
        var quotes = new List<Quote>(4);
        GivenSnapshot.Parser.Parse(body, quotes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        GivenSnapshot.Parser.Parse(body, quotes);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000, "The word of the status, and nothing per ticker.");
        quotes.Count.ShouldBe(2);
    }

    private static Quote Quote(string ticker) => GivenSnapshot.Parse(GivenSnapshot.Of(ticker)).ShouldHaveSingleItem();
}
