using MarketAlerts.Adapters.Quotes.Tiingo;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class TiingoCase
{
    private const string Nvda = """
        {"ticker":"NVDA","timestamp":"2025-01-27T21:00:00+00:00","quoteTimestamp":null,"lastSaleTimestamp":null,"last":null,
         "lastSize":null,"tngoLast":118.42,"prevClose":142.62,"open":124.8,"high":128.4,"low":116.7,"mid":null,"volume":1846213,
         "bidSize":null,"bidPrice":null,"askSize":null,"askPrice":null}
        """;

    private const string Msft = """
        {"ticker":"msft","lastsaleTimeStamp":"2025-01-27T21:00:00.0000000Z","timestamp":"2025-01-27T21:05:00Z","last":434.56,"tngoLast":434.6,
         "PrevClose":444.06,"open":424.01,"high":435.2,"low":423.5,"volume":12345}
        """;

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "tiingo",
            Create = (fetcher, url, clock) =>
                new TiingoProvider(fetcher, new TiingoOptions { BaseUrl = url, ApiKey = ProviderCase.Key }, clock),
            Body = (_, rows) => $"[{string.Join(',', rows.Values)}]",
            Good = new Dictionary<string, string> { ["NVDA"] = Nvda, ["MSFT"] = Msft },
            Quotes = [GivenQuote.Nvda with { Volume = null }, GivenQuote.Msft with { Volume = null }],
            Nulls =
                """{"ticker":"NVDA","timestamp":null,"lastSaleTimestamp":null,"last":null,"tngoLast":null,"prevClose":null,"open":null,"high":null,"low":null,"volume":null}""",
            Zeros =
                """{"ticker":"NVDA","timestamp":"2025-01-27T21:00:00+00:00","last":0,"tngoLast":0,"prevClose":0,"open":0,"high":0,"low":0,"volume":0}""",
            Times = ("2025-01-27T21:00:00+00:00", "2098-12-31T19:00:00-05:00"),
            Later = GivenQuote.Year2099,
            KeyHeaders = new Dictionary<string, string> { ["Authorization"] = $"Token {ProviderCase.Key}" },
        };
}
