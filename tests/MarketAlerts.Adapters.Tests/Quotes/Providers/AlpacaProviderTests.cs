using System.Web;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class AlpacaProviderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_AsksAgainWithoutTheOffender_WhenOneSymbolSinksTheBatch()
    {
        await using var bench = await ProviderBench.StartAsync(Refusing("GONE"));
        var alpaca = Alpaca(bench);

        var quotes = await alpaca.GetAsync([Symbol.Parse("GONE"), .. GivenQuote.Symbols], Stop);

        quotes.ShouldBe(AlpacaCase.Case.Quotes);
        SymbolsAsked(bench).ShouldBe(["GONE,NVDA,MSFT", "NVDA,MSFT"]);
    }

    [Fact]
    public async Task GetAsync_NeverAsksForTheOffenderAgain_UntilMidnightInNewYork()
    {
        await using var bench = await ProviderBench.StartAsync(Refusing("GONE"));
        var alpaca = Alpaca(bench);
        Symbol[] symbols = [Symbol.Parse("GONE"), GivenQuote.Nvda.Symbol];
        await alpaca.GetAsync(symbols, Stop);
        bench.Server.Asked.Clear();

        bench.Clock.Advance(TimeSpan.FromHours(7.99)); // From 16:00 to 23:59 in New York; in UTC it is tomorrow.
        await alpaca.GetAsync(symbols, Stop);
        bench.Clock.Advance(TimeSpan.FromHours(0.02));
        await alpaca.GetAsync(symbols, Stop);

        SymbolsAsked(bench).ShouldBe(["NVDA", "GONE,NVDA", "NVDA"]);
    }

    [Fact]
    public async Task GetAsync_GivesUpTheBatch_WhenItHasTooManyOffendersAndKnowsThemNextTime()
    {
        var offenders = GivenQuote.ManySymbols(AlpacaProvider.MostIsolations + 1);
        await using var bench = await ProviderBench.StartAsync(Refusing([.. offenders.Select(symbol => symbol.Text)]));
        var alpaca = Alpaca(bench);

        var error = await Should.ThrowAsync<FetchException>(() => alpaca.GetAsync([.. offenders, .. GivenQuote.Symbols], Stop));
        error.Fault.ShouldBe(FetchFault.Malformed);
        bench.Server.Asked.Count.ShouldBe(AlpacaProvider.MostIsolations + 1);

        (await alpaca.GetAsync([.. offenders, .. GivenQuote.Symbols], Stop)).ShouldBe(AlpacaCase.Case.Quotes);
        bench.Server.Asked.Count.ShouldBe(AlpacaProvider.MostIsolations + 2);
    }

    [Fact]
    public async Task GetAsync_HasNoQuotes_WhenEverySymbolOfTheBatchIsAnOffender()
    {
        await using var bench = await ProviderBench.StartAsync(Refusing("GONE"));

        (await Alpaca(bench).GetAsync([Symbol.Parse("GONE")], Stop)).ShouldBeEmpty();

        bench.Server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"message":"invalid symbol: ZZZZ"}""")] // Nobody asked for it.
    [InlineData("""{"message":"too many symbols"}""")]
    [InlineData("""{"message":7}""")]
    [InlineData("""{"message":"invalid symbol: NV""")]
    [InlineData("Bad Request")]
    public async Task GetAsync_Fails_WhenTheBatchIsRefusedForAnotherReason(string body)
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text(body, status: 400));

        var error = await Should.ThrowAsync<FetchException>(() => Alpaca(bench).GetAsync(GivenQuote.Symbols, Stop));

        error.Fault.ShouldBe(FetchFault.Malformed);
        bench.Server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_SendsLettersDotsAndDashesOnly_WhenTickersHaveDigits()
    {
        await using var bench = await ProviderBench.StartAsync("{}");

        await Alpaca(bench).GetAsync([.. new[] { "BRK.B", "BAC-A", "A1", "700" }.Select(Symbol.Parse)], Stop);

        SymbolsAsked(bench).ShouldBe(["BRK.B,BAC-A"]);
    }

    [Fact]
    public async Task GetAsync_AsksAtMostEightBatchesAtOnce_WhenThereAreMany()
    {
        var (now, most) = (0, 0);
        var release = new TaskCompletionSource();
        var gate = new Lock();
        await using var bench = await ProviderBench.StartAsync(async context =>
        {
            lock (gate)
            {
                now++;
                most = Math.Max(most, now);
                if (now is 8)
                {
                    release.TrySetResult();
                }
            }

            await release.Task;
            lock (gate)
            {
                now--;
            }

            await Answers.Text("{}")(context);
        });

        await Alpaca(bench, options => options.BatchSize = 10).GetAsync(GivenQuote.ManySymbols(205), Stop);

        most.ShouldBe(8);
        bench.Server.Asked.Count.ShouldBe(21);
        SymbolsAsked(bench).SelectMany(symbols => symbols.Split(',')).Distinct().Count().ShouldBe(205);
    }

    [Fact]
    public async Task GetAsync_FailsAtOnce_WhenOneOfManyBatchesFails()
    {
        var waits = new TaskCompletionSource();
        await using var bench = await ProviderBench.StartAsync(async context =>
        {
            if (!context.Request.QueryString.Value!.Contains("NVDA", StringComparison.Ordinal))
            {
                await Answers.Silent(waits)(context);
                return;
            }

            await waits.Task;
            await Answers.Status(503)(context);
        });

        var error = await Should.ThrowAsync<FetchException>(() =>
            Alpaca(bench, options => options.BatchSize = 2).GetAsync([.. GivenQuote.ManySymbols(6), .. GivenQuote.Symbols], Stop)
        );

        error.Fault.ShouldBe(FetchFault.Unavailable);
        error.Message.ShouldBe("alpaca answered 503: (empty).");
    }

    [Theory]
    [InlineData("iex", 0, 0)]
    [InlineData("delayed_sip", 0, 900)]
    [InlineData("delayed_sip", 1200, 1200)]
    [InlineData("sip", 5, 5)]
    public async Task DeclaredDelay_IsThatOfTheFeed_WhenTheSettingSaysLess(string feed, int seconds, int expected)
    {
        await using var bench = await ProviderBench.StartAsync("{}");
        var alpaca = Alpaca(bench, options => (options.Feed, options.DelaySeconds) = (feed, seconds));

        await alpaca.GetAsync(GivenQuote.Symbols, Stop);

        alpaca.DeclaredDelay.ShouldBe(TimeSpan.FromSeconds(expected));
        bench.Server.Asked.ShouldHaveSingleItem().ShouldEndWith($"&feed={feed}");
    }

    private static AlpacaProvider Alpaca(ProviderBench bench, Action<AlpacaOptions>? set = null)
    {
        var options = new AlpacaOptions
        {
            BaseUrl = bench.Server.Url + "/",
            ApiKey = "key",
            ApiSecret = "secret",
        };
        set?.Invoke(options);
        return new AlpacaProvider(bench.Fetcher, options, bench.Clock);
    }

    /// <summary>Answers as Alpaca: the first symbol of the call that it does not know sinks it.</summary>
    private static RequestDelegate Refusing(params string[] unknown) =>
        context =>
        {
            var asked = context.Request.Query["symbols"].ToString().Split(',');
            return asked.FirstOrDefault(unknown.Contains) is { } offender
                ? Answers.Text($$"""{"message":"invalid symbol: {{offender}}"}""", status: 400)(context)
                : Answers.Text(Bodies.Keyed(AlpacaCase.Case.Good))(context);
        };

    private static IEnumerable<string> SymbolsAsked(ProviderBench bench) =>
        bench.Server.Asked.Select(path => HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..])["symbols"]!);
}
