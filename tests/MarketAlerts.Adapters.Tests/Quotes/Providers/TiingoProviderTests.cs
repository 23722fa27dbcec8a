using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class TiingoProviderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("You have run over your 500 symbol look up for this month. Please upgrade.", "text/plain", FetchFault.Busy)]
    [InlineData("""{"detail":"Error: You have run over your hourly request allocation."}""", "application/json", FetchFault.Busy)]
    [InlineData("""{"detail":"You do not have permission to access the IEX API"}""", "application/json", FetchFault.Refused)]
    [InlineData("""{"Detail":"Invalid token."}""", "application/json", FetchFault.Refused)]
    [InlineData("""{"detail":"Something else."}""", "application/json", FetchFault.Malformed)]
    [InlineData("""{"detail":null}""", "application/json", FetchFault.Malformed)]
    [InlineData("""{"detail":"You do not have permi""", "application/json", FetchFault.Malformed)]
    [InlineData("<p>exceeded the limit</p>", "text/plain", FetchFault.Malformed)]
    [InlineData("\u0000\u0001 limit", "text/plain", FetchFault.Busy)]
    [InlineData("garbage", "text/plain", FetchFault.Malformed)]
    public async Task GetAsync_UnderstandsTheRefusal_WhenItComesWithHttp200(string body, string contentType, FetchFault fault)
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text(body, contentType));

        var error = await Should.ThrowAsync<FetchException>(() => bench.Provider(TiingoCase.Case).GetAsync(GivenQuote.Symbols, Stop));

        error.Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task GetAsync_WritesDashesForDots_WhenAShareHasAClass()
    {
        await using var bench = await ProviderBench.StartAsync(
            """[{"ticker":"BRK-B","tngoLast":461.4,"timestamp":"2025-01-27T21:00:00+00:00"},7,null,[]]"""
        );

        var quotes = await bench.Provider(TiingoCase.Case).GetAsync([Symbol.Parse("BRK.B")], Stop);

        quotes.ShouldBe([new Quote(Symbol.Parse("BRK.B"), GivenQuote.Close, 461.4, null, null, null, null, null)]);
        bench.Server.Asked.ShouldBe(["/iex/?tickers=brk-b"]);
    }

    [Fact]
    public async Task GetAsync_GivesOneQuoteASymbol_WhenItIsToldAgainAndAgain()
    {
        var given = TiingoCase.Case;
        await using var bench = await ProviderBench.StartAsync($"[{string.Join(',', Enumerable.Repeat(given.Good["NVDA"], 100))}]");

        (await bench.Provider(given).GetAsync(GivenQuote.Symbols, Stop)).ShouldBe([given.Quotes[0]]);
    }
}
