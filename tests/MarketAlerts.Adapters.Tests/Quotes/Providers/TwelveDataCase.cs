using MarketAlerts.Adapters.Quotes.TwelveData;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class TwelveDataCase
{
    public const string Nvda = """
        {"symbol":"NVDA","name":"NVIDIA Corporation","exchange":"NASDAQ","mic_code":"XNGS","currency":"USD",
         "datetime":"2025-01-27","timestamp":1738011600,"open":"124.80","high":"128.40","low":"116.70","close":"118.42",
         "volume":"818830900","previous_close":"142.62","change":"-24.2","percent_change":"-16.968",
         "average_volume":"230000000","is_market_open":false,
         "fifty_two_week":{"low":"61.5","high":"153.13","low_change":"56.9","high_change":"-34.7","range":"61.5 - 153.13"}}
        """;

    private const string Msft = """
        {"symbol":"MSFT","timestamp":1737988200,"last_quote_at":1738011600,"open":424.01,"high":435.2,"low":423.5,"close":434.56,"volume":35647800,"previous_close":444.06}
        """;

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "twelve-data",
            Create = (fetcher, url, _) =>
                new TwelveDataProvider(fetcher, new TwelveDataOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
            Body = (_, quotes) => Bodies.Keyed(quotes),
            Good = new Dictionary<string, string> { ["NVDA"] = Nvda, ["MSFT"] = Msft },
            Quotes = [GivenQuote.Nvda, GivenQuote.Msft],
            Unknown =
                """{"code":404,"message":"**symbol** not found: NVDA. Please specify it correctly according to API Documentation.","status":"error","meta":{"symbol":"NVDA"}}""",
            Nulls =
                """{"symbol":"NVDA","timestamp":null,"open":null,"high":null,"low":null,"close":null,"volume":null,"previous_close":null}""",
            Zeros =
                """{"symbol":"NVDA","timestamp":0,"open":"0","high":"0.0","low":"0","close":"0.00000","volume":"0","previous_close":"0"}""",
            Times = ("1738011600", "4070908800"),
            Later = GivenQuote.Year2099,
            KeyHeaders = new Dictionary<string, string> { ["Authorization"] = $"apikey {ProviderCase.Key}" },
        };
}
