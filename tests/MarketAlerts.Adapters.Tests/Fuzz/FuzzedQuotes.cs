using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Splits.Alpaca;
using MarketAlerts.Adapters.Quotes.Splits.Massive;
using MarketAlerts.Adapters.Quotes.Stooq;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Adapters.Tests.Quotes;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Adapters.Tests.Quotes.Splits;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Fuzz;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>The parsers of quotes and splits.</summary>
internal static class FuzzedQuotes
{
    private const string NoCredits =
        """{"code":429,"message":"You have run out of API credits for the current minute.","status":"error"}""";

    private static readonly SymbolTable Symbols = new(GivenQuote.Symbols);
    private static readonly Uri Server = new("https://api.massive.com/");

    public static FuzzTarget[] Targets { get; } =
    [
        Quotes(
            "massive",
            (body, _, quotes) => GivenSnapshot.Parser.Parse(body, quotes),
            [GivenSnapshot.Of(GivenSnapshot.Nvda, GivenSnapshot.Nvda), """{"status":"NOT_AUTHORIZED","message":"You are not entitled."}"""],
            typeof(MassiveSnapshotParser)
        ),
        Quotes("alpaca", AlpacaParser.Parse, [], typeof(AlpacaParser), typeof(AlpacaSnapshot)),
        Quotes(
            "tiingo",
            TiingoParser.Parse,
            ["""{"detail":"Error: You have run over your hourly request allocation."}""", "You have run over your 500 symbol look up."],
            typeof(TiingoParser)
        ),
        Quotes(
            "twelve-data",
            TwelveDataParser.Parse,
            [TwelveDataCase.Nvda, NoCredits, $$"""{"NVDA":{{NoCredits}},"MSFT":{{TwelveDataCase.Nvda}}}"""],
            typeof(TwelveDataParser)
        ),
        Quotes(
            "finnhub",
            (body, _, quotes) => FinnhubParser.Parse(body, GivenQuote.Nvda.Symbol, quotes),
            ["""{"error":"API limit reached. Please try again later."}"""],
            typeof(FinnhubParser)
        ),
        Quotes(
            "stooq",
            new StooqParser(new FakeTimeProvider(GivenQuote.Close)).Parse,
            ["Exceeded the daily hits limit", $"<b>Warning</b>: mysql\n{StooqCase.Head}BRK-B.US,2025-01-27,22:00:00,1,1,1,461.4,\r\n"],
            typeof(StooqParser)
        ),
        Splits("massive", body => MassiveSplitParser.Parse(body, Server), Server.AbsoluteUri.TrimEnd('/'), typeof(MassiveSplitParser)),
        Splits(
            "alpaca",
            body => AlpacaSplitParser.Parse(body, "/v1/corporate-actions?types=forward_split"),
            "x",
            typeof(AlpacaSplitParser)
        ),
        new(
            "unknown symbols",
            FuzzTargets.Seeds(
                """{"message":"invalid symbol: AB C,NVDA"}""",
                """{"code":404,"message":"**symbol** not found: NVDA","status":"error"}""",
                """{"detail":"Not found."}"""
            ),
            ReadRefusals
        )
        {
            Parsers = [typeof(AlpacaRefusal)],
        },
    ];

    private static FuzzTarget Quotes(string provider, BodyParser parse, string[] more, params Type[] parsers)
    {
        var given = ProviderCases.Named(provider);
        var texts = ((string[])[given.Good["NVDA"], given.Nulls, given.Zeros, given.Unknown ?? given.Nulls]).Select(nvda =>
            given.Body("/?symbol=NVDA", Of(nvda, given.Good["MSFT"]))
        );
        return new FuzzTarget($"{provider}: quotes", FuzzTargets.Seeds([.. texts, .. more]), body => ReadQuotes(parse, body))
        {
            Parsers = parsers,
            Refusals = FuzzTargets.BodyRefusals,
        };
    }

    private static Dictionary<string, string> Of(string nvda, string msft) => new() { ["NVDA"] = nvda, ["MSFT"] = msft };

    private static void ReadQuotes(BodyParser parse, byte[] body)
    {
        var quotes = new List<Quote>();
        parse(body, Symbols, quotes);
        FuzzTargets.MustBe(quotes.TrueForAll(IsUsable), "every quote is usable");
    }

    private static bool IsUsable(Quote quote) =>
        quote.Last > 0
        && double.IsFinite(quote.Last)
        && quote.MarketTicks > 0
        && IsTold(quote.Open)
        && IsTold(quote.High)
        && IsTold(quote.Low)
        && IsTold(quote.PreviousClose)
        && quote.Volume is null or > 0;

    private static bool IsTold(double? price) => price is null || (price > 0 && double.IsFinite(price.Value));

    private static FuzzTarget Splits(
        string provider,
        Func<byte[], (IReadOnlyList<ShareSplit> Splits, string? Next)> parse,
        string server,
        Type parser
    )
    {
        var given = SplitCase.Named(provider);
        var seeds = FuzzTargets.Seeds([
            given.Good,
            given.Page(given.Good, "abc=", server),
            given.Hostile,
            .. given.Nothing,
            """{"status":"ERROR","error":"Unknown API Key"}""",
        ]);
        return new FuzzTarget($"{provider}: splits", seeds, body => ReadSplits(parse, body))
        {
            Parsers = [parser],
            Refusals = FuzzTargets.BodyRefusals,
        };
    }

    /// <summary>A page, and the address of the next one as far as asking for it.</summary>
    private static void ReadSplits(Func<byte[], (IReadOnlyList<ShareSplit> Splits, string? Next)> parse, byte[] body)
    {
        var (splits, next) = parse(body);
        FuzzTargets.MustBe(
            splits.All(split => split.NewSharesPerOld is > 0 and < 10_000 and not 1 && split.Symbol != default && split.Ratio is not ""),
            "every split is one"
        );
        FuzzTargets.MustBe(
            next is null || new Uri(Server.AbsoluteUri.TrimEnd('/') + next).Host == Server.Host,
            "a next page is at the provider"
        );
    }

    /// <summary>Who asks these has a failure already: they tell no other one.</summary>
    private static void ReadRefusals(byte[] body)
    {
        AlpacaRefusal.SymbolsIn(body);
        TwelveDataParser.SaysUnknown(body);
        TiingoParser.SaysSomething(body);
    }
}
