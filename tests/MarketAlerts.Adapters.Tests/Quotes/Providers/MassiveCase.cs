using MarketAlerts.Adapters.Quotes.Massive;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class MassiveCase
{
    private const string Msft = """
        {"ticker":"MSFT","day":{"o":424.01,"h":435.2,"l":423.5,"c":434.56,"v":35647800},"prevDay":{"c":444.06},"lastTrade":{"p":434.56,"t":1738011600000000000},"updated":1738011600000000000}
        """;

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "massive",
            Create = (fetcher, url, clock) =>
                new MassiveProvider(fetcher, new MassiveOptions { BaseUrl = url, ApiKey = ProviderCase.Key }, clock),
            Body = (_, tickers) => GivenSnapshot.Of([.. tickers.Values]),
            Good = new Dictionary<string, string> { ["NVDA"] = GivenSnapshot.Nvda, ["MSFT"] = Msft },
            Quotes =
            [
                GivenQuote.Nvda with
                {
                    MarketTime = GivenQuote.Close.AddTicks(-3_690_834),
                }, // 20:59:59.6309166
                GivenQuote.Msft,
            ],
            Nulls =
                """{"ticker":"NVDA","day":null,"prevDay":{"c":null},"lastTrade":{"p":null,"t":null},"min":{"c":null,"t":null},"updated":null}""",
            Zeros =
                """{"ticker":"NVDA","day":{"o":0,"h":0,"l":0,"c":0,"v":0},"prevDay":{"c":0},"lastTrade":{"p":0,"t":0},"min":{"c":0,"t":0},"updated":0}""",
            Times = ("\"t\":1738011599630916600", "\"t\":4070908800000000000"),
            Later = GivenQuote.Year2099,
            KeyHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {ProviderCase.Key}" },
        };
}
