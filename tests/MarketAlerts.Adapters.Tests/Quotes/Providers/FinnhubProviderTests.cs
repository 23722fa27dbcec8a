using MarketAlerts.Adapters.Http;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class FinnhubProviderTests
{
    [Theory]
    [InlineData("""{"error":"API limit reached. Please try again later."}""", FetchFault.Busy)]
    [InlineData("""{"error":"Invalid API key"}""", FetchFault.Refused)]
    [InlineData("""{"error":"You don't have access to this resource."}""", FetchFault.Refused)]
    [InlineData("""{"error":"Oops"}""", FetchFault.Malformed)]
    [InlineData("""["c",118.42]""", FetchFault.Malformed)]
    [InlineData("""{"c":118.42,"t":1738011600} {}""", FetchFault.Malformed)]
    public async Task GetAsync_UnderstandsTheRefusal_WhenItComesWithHttp200(string body, FetchFault fault)
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text(body));

        var error = await Should.ThrowAsync<FetchException>(() =>
            bench.Provider(FinnhubCase.Case).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken)
        );

        error.Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task GetAsync_AsksOneCallASymbol_WhenThereAreMany()
    {
        await using var bench = await ProviderBench.StartAsync(AnswerCases.Of(FinnhubCase.Case, FinnhubCase.Case.Good));
        var finnhub = bench.Provider(FinnhubCase.Case);

        var quotes = await finnhub.GetAsync([.. GivenQuote.Symbols, .. GivenQuote.ManySymbols(18)], TestContext.Current.CancellationToken);

        quotes.ShouldBe(FinnhubCase.Case.Quotes);
        bench.Server.Asked.Distinct().Count().ShouldBe(20);
        finnhub.CallsFor(20).ShouldBe(20);
    }
}
