using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class TwelveDataProviderTests
{
    private const string NoCredits =
        """{"code":429,"message":"You have run out of API credits for the current minute. 27 API credits were used, with the current limit being 8.","status":"error"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_ReadsTheQuote_WhenTheOnlySymbolIsAnsweredWithoutWrapper()
    {
        await using var bench = await ProviderBench.StartAsync(TwelveDataCase.Nvda);

        (await bench.Provider(TwelveDataCase.Case).GetAsync([GivenQuote.Nvda.Symbol], Stop)).ShouldBe([GivenQuote.Nvda]);
    }

    [Fact]
    public async Task GetAsync_HasNoQuote_WhenTheSingleAnswerIsAboutAnotherSymbol()
    {
        await using var bench = await ProviderBench.StartAsync(TwelveDataCase.Nvda);

        (await bench.Provider(TwelveDataCase.Case).GetAsync([GivenQuote.Msft.Symbol], Stop)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(NoCredits, 200, FetchFault.Busy)]
    [InlineData($$"""{"NVDA":{{NoCredits}},"MSFT":{{NoCredits}}}""", 200, FetchFault.Busy)]
    [InlineData(
        """{"code":401,"message":"**apikey** parameter is incorrect or not specified.","status":"error"}""",
        200,
        FetchFault.Refused
    )]
    [InlineData("""{"code":403,"message":"/quote is available starting with the Grow plan","status":"error"}""", 200, FetchFault.Refused)]
    [InlineData("""{"code":500,"message":"internal","status":"error"}""", 200, FetchFault.Unavailable)]
    [InlineData("""{"code":400,"message":"**interval** is wrong","status":"error"}""", 400, FetchFault.Malformed)]
    [InlineData("""{"message":"no code","status":"error"}""", 200, FetchFault.Malformed)]
    [InlineData("""{"code":404,"message":"**symbol** not f""", 404, FetchFault.NotFound)]
    [InlineData("""[]""", 200, FetchFault.Malformed)]
    public async Task GetAsync_UnderstandsTheRefusal_WhenTheBodyHasACode(string body, int status, FetchFault fault)
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text(body, status: status));

        var error = await Should.ThrowAsync<FetchException>(() => bench.Provider(TwelveDataCase.Case).GetAsync(GivenQuote.Symbols, Stop));

        error.Fault.ShouldBe(fault);
    }

    [Theory]
    [InlineData(404, 200)]
    [InlineData(404, 404)]
    [InlineData(400, 400)]
    public async Task GetAsync_HasNoQuotes_WhenNoSymbolOfTheCallIsKnown(int code, int status)
    {
        await using var bench = await ProviderBench.StartAsync(
            Answers.Text($$"""{"code":{{code}},"message":"**symbol** not found: NVDA","status":"error"}""", status: status)
        );

        (await bench.Provider(TwelveDataCase.Case).GetAsync([GivenQuote.Nvda.Symbol], Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_KeepsTheOthers_WhenCreditsRunOutWithinTheBatch()
    {
        await using var bench = await ProviderBench.StartAsync($$"""{"MSFT":{{NoCredits}},"NVDA":{{TwelveDataCase.Nvda}}}""");

        (await bench.Provider(TwelveDataCase.Case).GetAsync(GivenQuote.Symbols, Stop)).ShouldBe([GivenQuote.Nvda]);
    }

    [Fact]
    public async Task GetAsync_HasNoQuote_WhenAnErrorTellsFiguresToo()
    {
        await using var bench = await ProviderBench.StartAsync(
            $$"""{"NVDA":{{TwelveDataCase.Nvda.Replace("\"currency\":\"USD\"", "\"code\":403", StringComparison.Ordinal)}}}"""
        );

        (await bench.Provider(TwelveDataCase.Case).GetAsync(GivenQuote.Symbols, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_AsksInBatches_WhenThereAreMoreSymbolsThanOneTakes()
    {
        await using var bench = await ProviderBench.StartAsync("{}");
        var provider = new TwelveDataProvider(
            bench.Fetcher,
            new TwelveDataOptions
            {
                BaseUrl = bench.Server.Url,
                ApiKey = "key",
                BatchSize = 2,
            }
        );

        await provider.GetAsync(GivenQuote.ManySymbols(5), Stop);

        bench.Server.Asked.Order().ShouldBe(["/quote?symbol=AAA,AAB", "/quote?symbol=AAC,AAD", "/quote?symbol=AAE"]);
        provider.CallsFor(5).ShouldBe(5, "A symbol is a credit.");
    }
}
