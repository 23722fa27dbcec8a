using System.Globalization;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Adapters.Tests.Quotes.Providers;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>Every way there is.</summary>
internal static class HistoryCases
{
    public static IReadOnlyList<HistoryCase> All { get; } =
    [
        new()
        {
            Name = "massive, the market of a day",
            Provider = MassiveCase.Case,
            Body = MassiveDay,
            Create = (fetcher, url, clock) =>
                new MassiveHistory(fetcher, new MassiveOptions { BaseUrl = url, ApiKey = ProviderCase.Key }, clock),
        },
        new()
        {
            Name = "massive, the days of a ticker",
            Provider = MassiveCase.Case,
            Body = MassiveTicker,
            AtOnce = 1,
            Create = (fetcher, url, clock) =>
                new MassiveHistory(fetcher, new MassiveOptions { BaseUrl = url, ApiKey = ProviderCase.Key }, clock),
        },
        new()
        {
            Name = "alpaca",
            Provider = AlpacaCase.Case,
            Body = (_, rows) => $$"""{"bars":{{Bodies.Keyed(BySymbol(rows, AlpacaBar))}},"next_page_token":null,"currency":"USD"}""",
            Create = (fetcher, url, clock) =>
                new AlpacaHistory(
                    fetcher,
                    new AlpacaOptions
                    {
                        BaseUrl = url,
                        ApiKey = ProviderCase.Key,
                        ApiSecret = AlpacaCase.Secret,
                    },
                    clock
                ),
        },
        new()
        {
            Name = "tiingo",
            Provider = TiingoCase.Case,
            AtOnce = 1,
            TellsVolume = false,
            Body = (path, rows) =>
                $"["
                + $"{string.Join(',', rows.Where(row => path.Contains($"/{row.Ticker.ToLowerInvariant()}/", StringComparison.Ordinal)).Select(TiingoDay))}]",
            Create = (fetcher, url, _) => new TiingoHistory(fetcher, new TiingoOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
        },
        new()
        {
            Name = "twelve-data, two at once",
            Provider = TwelveDataCase.Case,
            Body = (_, rows) => Bodies.Keyed(BySymbol(rows, TwelveDay).ToDictionary(pair => pair.Key, pair => Series(pair.Value))),
            Create = (fetcher, url, _) =>
                new TwelveDataHistory(fetcher, new TwelveDataOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
        },
        new()
        {
            Name = "twelve-data, alone",
            Provider = TwelveDataCase.Case,
            AtOnce = 1,
            Body = (path, rows) =>
                BySymbol(rows, TwelveDay).SingleOrDefault(pair => path.Contains($"symbol={pair.Key}&", StringComparison.Ordinal))
                    is { Key: not null } found
                    ? Series(found.Value)
                    : """{"code":404,"message":"**symbol** not found: it. Please specify it correctly.","status":"error"}""",
            Create = (fetcher, url, _) =>
                new TwelveDataHistory(fetcher, new TwelveDataOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
        },
    ];

    public static HistoryCase Named(string name) => All.Single(way => way.Name == name);

    /// <summary>A day is stamped with the closing bell.</summary>
    public static string MassiveDay(string path, IReadOnlyList<DayRow> rows) =>
        Results(
            rows.Where(row => path.Contains(Text(row.Date), StringComparison.Ordinal))
                .Select(row => $$"""{"T":"{{row.Ticker}}",{{MassiveFigures(row, 21)}}}""")
        );

    /// <summary>A day is stamped with its first instant in New York.</summary>
    public static string MassiveTicker(string path, IReadOnlyList<DayRow> rows) =>
        Results(
            rows.Where(row => path.Contains($"/{row.Ticker}/", StringComparison.Ordinal))
                .Select(row => $$"""{{{MassiveFigures(row, 5)}}}""")
        );

    private static string Results(IEnumerable<string> bars) =>
        bars.ToArray() is { Length: > 0 } told
            ? $$"""{"adjusted":true,"queryCount":{{told.Length}},"request_id":"r","results":[{{string.Join(',', told)}}],"resultsCount":{{told.Length}},"status":"OK","count":{{told.Length}}}"""
            : """{"adjusted":true,"queryCount":0,"request_id":"r","resultsCount":0,"status":"DELAYED","count":0}""";

    private static string MassiveFigures(DayRow row, int hour) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"v\":{row.Volume},\"vw\":26.0407,\"o\":26.07,\"c\":{row.Close},\"h\":26.25,\"l\":25.91,"
                + $"\"t\":{new DateTimeOffset(row.Date, new TimeOnly(hour, 0), TimeSpan.Zero).ToUnixTimeMilliseconds()},\"n\":74"
        );

    private static string AlpacaBar(DayRow row) =>
        $$"""{"t":"{{Text(row.Date)}}T05:00:00Z","o":160.59,"h":162,"l":159.76,"c":{{row.Close}},"v":{{row.Volume}},"n":186143,"vw":160.683364}""";

    private static string TiingoDay(DayRow row) =>
        $$"""{"date":"{{Text(row.Date)}}T00:00:00.000Z","close":{{row.Close}},"high":188.4,"low":183.8,"open":187.1,"volume":{{row.Volume}},"adjClose":1.5,"adjHigh":1.6,"adjLow":1.4,"adjOpen":1.5,"adjVolume":{{row.Volume}},"divCash":0.01,"splitFactor":1.0}""";

    private static string TwelveDay(DayRow row) =>
        $$"""{"datetime":"{{Text(row.Date)}}","open":"148.37","high":"148.97","low":"141.88","close":"{{row.Close}}","volume":"{{row.Volume}}"}""";

    private static string Series(string days) =>
        $$"""{"meta":{"symbol":"X","interval":"1day","currency":"USD","type":"Common Stock"},"values":{{days}},"status":"ok"}""";

    private static Dictionary<string, string> BySymbol(IReadOnlyList<DayRow> rows, Func<DayRow, string> day) =>
        rows.GroupBy(row => row.Ticker).ToDictionary(group => group.Key, group => $"[{string.Join(',', group.Select(day))}]");

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
