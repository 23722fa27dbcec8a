using MarketAlerts.Adapters.Quotes.Alpaca;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class AlpacaCase
{
    public const string Secret = ProviderCase.Key + "-SECRET";

    public const string Nvda = """
        {"latestTrade":{"t":"2025-01-27T20:59:59.630916612Z","x":"D","p":118.42,"s":200,"c":["@"],"i":39884,"z":"C"},
         "latestQuote":{"t":"2025-01-27T20:59:59.7Z","ax":"K","ap":118.43,"as":2,"bx":"K","bp":118.41,"bs":5,"c":["R"],"z":"C"},
         "minuteBar":{"t":"2025-01-27T20:59:00Z","o":118.5,"h":118.6,"l":118.3,"c":118.42,"v":195503,"n":1880,"vw":118.44},
         "dailyBar":{"t":"2025-01-27T05:00:00Z","o":124.8,"h":128.4,"l":116.7,"c":118.42,"v":818830900,"n":186143,"vw":120.31},
         "prevDailyBar":{"t":"2025-01-24T05:00:00Z","o":148.37,"h":148.97,"l":141.88,"c":142.62,"v":234657635,"n":609067,"vw":143.6}}
        """;

    private const string Msft = """
        {"latestTrade":{"t":"2025-01-27T16:00:00-05:00","p":"434.56"},"dailyBar":{"t":"2025-01-27T05:00:00Z","o":424.01,"h":435.2,"l":423.5,"v":35647800},"prevDailyBar":{"t":"2025-01-24T05:00:00Z","c":444.06}}
        """;

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "alpaca",
            Create = (fetcher, url, clock) =>
                new AlpacaProvider(
                    fetcher,
                    new AlpacaOptions
                    {
                        BaseUrl = url,
                        ApiKey = ProviderCase.Key,
                        ApiSecret = Secret,
                    },
                    clock
                ),
            Body = (_, snapshots) => Bodies.Keyed(snapshots),
            Good = new Dictionary<string, string> { ["NVDA"] = Nvda, ["MSFT"] = Msft },
            // The tick is 100 ns: ...9166, 12 ns are cut off.
            Quotes = [GivenQuote.Nvda with { MarketTime = GivenQuote.Close.AddTicks(-3_690_834) }, GivenQuote.Msft],
            Nulls = """{"latestTrade":null,"latestQuote":null,"minuteBar":null,"dailyBar":null,"prevDailyBar":null}""",
            Zeros =
                """{"latestTrade":{"t":"0001-01-01T00:00:00Z","p":0},"dailyBar":{"t":"2025-01-27T05:00:00Z","o":0,"h":0,"l":0,"c":0,"v":0},"prevDailyBar":{"t":"2025-01-24T05:00:00Z","c":0}}""",
            Times = ("2025-01-27T20:59:59.630916612Z", "2099-01-01T00:00:00Z"),
            Later = GivenQuote.Year2099,
            KeyHeaders = new Dictionary<string, string> { ["APCA-API-KEY-ID"] = ProviderCase.Key, ["APCA-API-SECRET-KEY"] = Secret },
        };
}
