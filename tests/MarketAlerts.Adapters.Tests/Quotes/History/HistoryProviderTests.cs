using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>What each provider of daily closes does in its own way.</summary>
public sealed class HistoryProviderTests
{
    private const string NotYet =
        """{"status":"NOT_AUTHORIZED","request_id":"r","message":"Attempted to request today's data before end of day. Please upgrade your plan."}""";

    private static readonly Symbol Nvda = GivenQuote.Nvda.Symbol;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // 21 sessions: 21 symbols take a call each, 22 as many calls as there are sessions.
    [Theory]
    [InlineData(1, 21, 1)]
    [InlineData(21, 21, 1)]
    [InlineData(22, 21, 22)]
    [InlineData(10_000, 2, 10_000)]
    public async Task SymbolsAtOnce_OfMassive_MakesFewCalls(int symbols, int sessions, int atOnce)
    {
        await using var bench = await ProviderBench.StartAsync("");

        Of("massive, the market of a day", bench).SymbolsAtOnce(symbols, sessions).ShouldBe(atOnce);
    }

    [Fact]
    public async Task GetAsync_OfMassive_AsksForOneDayOfTheMarketOrTheDaysOfOneTicker()
    {
        var way = HistoryCases.Named("massive, the market of a day");
        await using var bench = await ProviderBench.StartAsync(GivenHistory.Answering(way, GivenHistory.Rows));
        var massive = Of(way.Name, bench);

        await massive.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop);
        await massive.GetAsync([Nvda], GivenHistory.Sessions, Stop);

        bench.Server.Asked.ShouldBe([
            "/v2/aggs/grouped/locale/us/market/stocks/2025-01-23?adjusted=true",
            "/v2/aggs/grouped/locale/us/market/stocks/2025-01-24?adjusted=true",
            "/v2/aggs/ticker/NVDA/range/1/day/2025-01-23/2025-01-24?adjusted=true&sort=asc&limit=5000",
        ]);
    }

    [Fact]
    public async Task GetAsync_OfMassive_GoesOnWhereItStopped_WhenTheCallsOfTheMinuteEnd()
    {
        var way = HistoryCases.Named("massive, the market of a day");
        await using var bench = await ProviderBench.StartAsync(context =>
            context.Request.Path.Value!.EndsWith("24", StringComparison.Ordinal)
                ? Answers.Status(429)(context)
                : GivenHistory.Answering(way, GivenHistory.Rows)(context)
        );
        var massive = Of(way.Name, bench);
        await Should.ThrowAsync<FetchException>(() => massive.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop));
        bench.Server.Answer = GivenHistory.Answering(way, GivenHistory.Rows);
        bench.Server.Asked.Clear();

        var histories = await massive.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop);

        GivenHistory.Texts(histories).ShouldBe(GivenHistory.Texts(GivenHistory.Nvda, GivenHistory.Msft));
        bench.Server.Asked.ShouldBe(["/v2/aggs/grouped/locale/us/market/stocks/2025-01-24?adjusted=true"]);
    }

    [Fact]
    public async Task GetAsync_OfMassive_AsksForAllAnew_WhenItIsAnotherDayOrOtherSymbolsAreAskedFor()
    {
        var way = HistoryCases.Named("massive, the market of a day");
        await using var bench = await ProviderBench.StartAsync(context =>
            context.Request.Path.Value!.EndsWith("24", StringComparison.Ordinal)
                ? Answers.Status(503)(context)
                : GivenHistory.Answering(way, GivenHistory.Rows)(context)
        );
        var massive = Of(way.Name, bench);

        await Should.ThrowAsync<FetchException>(() => massive.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop));
        await Should.ThrowAsync<FetchException>(() =>
            massive.GetAsync([.. GivenQuote.Symbols, Symbol.Parse("AMD")], GivenHistory.Sessions, Stop)
        );
        bench.Clock.Advance(TimeSpan.FromHours(8)); // Midnight in New York.
        await Should.ThrowAsync<FetchException>(() => massive.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop));

        bench.Server.Asked.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("massive, the market of a day")]
    [InlineData("massive, the days of a ticker")]
    public async Task GetAsync_OfMassive_TellsTheOtherSessions_WhenThePlanRefusesTheNewest(string name)
    {
        var way = HistoryCases.Named(name);
        var known = GivenHistory.Rows.Where(row => row.Date < GivenHistory.Friday).ToArray();
        await using var bench = await ProviderBench.StartAsync(context =>
            context.Request.Path.Value!.EndsWith("24", StringComparison.Ordinal)
                ? Answers.Text(NotYet, status: 403)(context)
                : GivenHistory.Answering(way, known)(context)
        );

        var histories = await GivenHistory.AskAsync(way, bench);

        GivenHistory.Texts(histories).ShouldBe(["MSFT: 01-23 446.71 18389300", "NVDA: 01-23 147.22 155915456"]);
    }

    [Fact]
    public async Task GetAsync_OfAlpaca_FollowsThePages()
    {
        await using var bench = await ProviderBench.StartAsync(context =>
            Answers.Text(
                context.Request.Query["page_token"].ToString() is ""
                    ? """{"bars":{"MSFT":[{"t":"2025-01-24T05:00:00Z","c":444.06,"v":15549500}]},"next_page_token":"a=/b"}"""
                    : """{"bars":{"NVDA":[{"t":"2025-01-24T05:00:00Z","c":142.62,"v":234657635}]},"next_page_token":null}"""
            )(context)
        );

        var histories = await Of("alpaca", bench).GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop);

        GivenHistory.Texts(histories).ShouldBe(["MSFT: 01-24 444.06 15549500", "NVDA: 01-24 142.62 234657635"]);
        const string Path =
            "/v2/stocks/bars?symbols=NVDA,MSFT&timeframe=1Day&start=2025-01-23T00:00:00Z&end=2025-01-24T23:59:59Z&adjustment=split&"
            + "feed=iex&limit=10000";
        bench.Server.Asked.ShouldBe([Path, Path + "&page_token=a%3D%2Fb"]);
    }

    [Fact]
    public async Task GetAsync_OfAlpaca_GivesUp_WhenThePagesNeverEnd()
    {
        await using var bench = await ProviderBench.StartAsync("""{"bars":{},"next_page_token":"again"}""");

        var error = await Should.ThrowAsync<FetchException>(() =>
            Of("alpaca", bench).GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop)
        );

        (error.Fault, bench.Server.Asked.Count).ShouldBe((FetchFault.Malformed, 21));
    }

    [Fact]
    public async Task GetAsync_OfAlpaca_AsksWithoutTheOffender_WhenOneSymbolSinksTheBatch()
    {
        var way = HistoryCases.Named("alpaca");
        await using var bench = await ProviderBench.StartAsync(context =>
            context.Request.Query["symbols"].ToString().Contains("GONE", StringComparison.Ordinal)
                ? Answers.Text("""{"message":"invalid symbol: GONE"}""", status: 400)(context)
                : GivenHistory.Answering(way, GivenHistory.Rows)(context)
        );

        var histories = await Of("alpaca", bench).GetAsync([Symbol.Parse("GONE"), Nvda, Symbol.Parse("A1")], GivenHistory.Sessions, Stop);

        GivenHistory
            .Texts(histories)
            .ShouldBe(
                GivenHistory.Texts(GivenHistory.Nvda, new DailyHistory(Symbol.Parse("A1"), []), new DailyHistory(Symbol.Parse("GONE"), []))
            );
    }

    [Theory]
    [InlineData("iex", "iex")]
    [InlineData("sip", "sip")]
    [InlineData("delayed_sip", "sip")]
    public async Task GetAsync_OfAlpaca_AsksTheExchangesOfTheQuotes(string feed, string asked)
    {
        await using var bench = await ProviderBench.StartAsync("""{"bars":null,"next_page_token":null}""");
        var options = new AlpacaOptions
        {
            BaseUrl = bench.Server.Url,
            ApiKey = "key",
            ApiSecret = "secret",
            Feed = feed,
        };

        await new AlpacaHistory(bench.Fetcher, options, bench.Clock).GetAsync([Nvda], GivenHistory.Sessions, Stop);

        bench.Server.Asked.ShouldHaveSingleItem().ShouldContain($"&feed={asked}&");
    }

    // NVDA's split of ten new shares on 10 June 2024: 1,208.88 before it is 120.888 after. The dividend of the day after changes nothing.
    [Fact]
    public async Task GetAsync_OfTiingo_RestatesClosesBeforeASplit_ButNotForDividends()
    {
        await using var bench = await ProviderBench.StartAsync(
            """
            [{"date":"2024-06-07T00:00:00.000Z","close":1208.88,"volume":41238580,"adjClose":120.82,"adjVolume":412385800,"divCash":0.0,"splitFactor":1.0},
             {"date":"2024-06-10T00:00:00.000Z","close":121.79,"volume":308134791,"adjClose":121.72,"divCash":0.0,"splitFactor":10.0},
             {"date":"2024-06-11T00:00:00.000Z","close":120.91,"volume":222551164,"adjClose":120.85,"divCash":0.01,"splitFactor":1.0}]
            """
        );
        DateOnly[] sessions = [new(2024, 6, 7), new(2024, 6, 10), new(2024, 6, 11)];

        var history = (await Of("tiingo", bench).GetAsync([Nvda], sessions, Stop)).ShouldHaveSingleItem();

        history
            .Closes.Select(day => (day.Session, Math.Round(day.Close, 9), day.Volume))
            .ShouldBe([(sessions[0], 120.888, 0), (sessions[1], 121.79, 0), (sessions[2], 120.91, 0)]);
    }

    [Fact]
    public async Task GetAsync_OfTiingo_HasNoCloses_WhenTheTickerIsNotFound()
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text("""{"detail":"Not found."}""", status: 404));

        GivenHistory.Texts(await Of("tiingo", bench).GetAsync([Symbol.Parse("BRK.B")], GivenHistory.Sessions, Stop)).ShouldBe(["BRK.B: "]);

        bench.Server.Asked.ShouldBe(["/tiingo/daily/brk-b/prices?startDate=2025-01-23&endDate=2025-01-24"]);
    }

    [Fact]
    public async Task GetAsync_OfTwelveData_LeavesASymbolOut_WhenItsCreditsRunOut()
    {
        const string NoCredits = """{"code":429,"message":"You have run out of API credits for the current minute.","status":"error"}""";
        await using var bench = await ProviderBench.StartAsync(
            $$"""{"NVDA":{{NoCredits}},"MSFT":{"values":[{"datetime":"2025-01-24","close":"444.06","volume":"15549500"}],"status":"ok"} }"""
        );
        var twelve = Of("twelve-data, two at once", bench);

        GivenHistory
            .Texts(await twelve.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop))
            .ShouldBe(["MSFT: 01-24 444.06 15549500"]);

        bench.Server.Asked.ShouldBe([
            "/time_series?symbol=NVDA,MSFT&interval=1day&start_date=2025-01-23&end_date=2025-01-25&adjust=splits&order=ASC",
        ]);
        bench.Server.Answer = Answers.Text($$"""{"NVDA":{{NoCredits}},"MSFT":{{NoCredits}}}""");
        (await Should.ThrowAsync<FetchException>(() => twelve.GetAsync(GivenQuote.Symbols, GivenHistory.Sessions, Stop))).Fault.ShouldBe(
            FetchFault.Busy
        );
    }

    // Half of 8 credits a minute; of 3 credits 1.
    [Theory]
    [InlineData(8, 8, 4)]
    [InlineData(8, 3, 1)]
    [InlineData(2, 100, 2)]
    public async Task SymbolsAtOnce_OfTwelveData_IsWhatMayWaitInAMinute(int batch, int perMinute, int atOnce)
    {
        await using var bench = await ProviderBench.StartAsync("");
        var options = new TwelveDataOptions
        {
            BaseUrl = bench.Server.Url,
            ApiKey = "key",
            BatchSize = batch,
            CallsPerMinute = perMinute,
        };

        new TwelveDataHistory(bench.Fetcher, options).SymbolsAtOnce(100, 21).ShouldBe(atOnce);
    }

    private static IHistoryProvider Of(string name, ProviderBench bench) =>
        HistoryCases.Named(name).Create(bench.Fetcher, bench.Server.Url, bench.Clock);
}
