using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Adapters.Tests.Quotes.History;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>The parsers of daily closes.</summary>
internal static class FuzzedHistories
{
    private const string NoCredits =
        """{"code":429,"message":"You have run out of API credits for the current minute.","status":"error"}""";

    private static readonly Symbol Nvda = GivenQuote.Nvda.Symbol;

    public static FuzzTarget[] Targets { get; } =
    [
        Target(
            "massive, the market of a day",
            "/2025-01-24",
            """{"status":"NOT_AUTHORIZED","message":"Attempted to request today's data before end of day."}""",
            (body, table) => MassiveBarsParser.Parse(body, table.Symbols, default, table.Add),
            typeof(MassiveBarsParser)
        ),
        Target(
            "massive, the days of a ticker",
            "/NVDA/",
            """{"status":"OK","queryCount":0}""",
            (body, table) => MassiveBarsParser.Parse(body, table.Symbols, Nvda, table.Add),
            typeof(MassiveBarsParser)
        ),
        Target(
            "alpaca",
            "",
            """{"bars":{},"next_page_token":"TlZEQXxEfDIwMjUtMDEtMjQ="}""",
            ReadBars,
            typeof(AlpacaBarsParser),
            typeof(AlpacaBar)
        ),
        Target(
            "tiingo",
            "/nvda/",
            """{"detail":"Error: Ticker 'NVDAX' not found"}""",
            (body, table) => TiingoDailyParser.Parse(body, Nvda, table),
            typeof(TiingoDailyParser)
        ),
        Target(
            "twelve-data, two at once",
            "",
            $$"""{"NVDA":{{NoCredits}},"MSFT":{"values":[],"status":"ok"} }""",
            (body, table) => TwelveDataSeriesParser.Parse(body, default, table),
            typeof(TwelveDataSeriesParser)
        ),
        Target(
            "twelve-data, alone",
            "symbol=NVDA&",
            NoCredits,
            (body, table) => TwelveDataSeriesParser.Parse(body, Nvda, table),
            typeof(TwelveDataSeriesParser)
        ),
    ];

    private static FuzzTarget Target(string way, string path, string other, Action<byte[], DayTable> parse, params Type[] parsers)
    {
        var given = HistoryCases.Named(way);
        var seeds = FuzzTargets.Seeds(given.Body(path, GivenHistory.Rows), given.Body(path, []), other);
        return new FuzzTarget($"{way}: history", seeds, body => Read(parse, body))
        {
            Parsers = parsers,
            Refusals = FuzzTargets.BodyRefusals,
        };
    }

    private static void Read(Action<byte[], DayTable> parse, byte[] body)
    {
        var table = new DayTable(GivenQuote.Symbols, GivenHistory.Sessions);
        parse(body, table);
        FuzzTargets.MustBe(
            table
                .Histories()
                .SelectMany(history => history.Closes)
                .All(day => day.Close > 0 && double.IsFinite(day.Close) && day.Volume >= 0 && GivenHistory.Sessions.Contains(day.Session)),
            "every day is usable"
        );
    }

    /// <summary>A page, and the address of the next one as far as asking for it.</summary>
    private static void ReadBars(byte[] body, DayTable table)
    {
        var next = AlpacaBarsParser.Parse(body, table);
        FuzzTargets.MustBe(
            new Uri($"https://data.alpaca.markets/v2/stocks/bars?page_token={Uri.EscapeDataString(next)}").Host is "data.alpaca.markets",
            "a next page is at the provider"
        );
    }
}
