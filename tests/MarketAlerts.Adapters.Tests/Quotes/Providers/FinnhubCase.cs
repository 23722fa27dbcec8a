using MarketAlerts.Adapters.Quotes.Finnhub;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class FinnhubCase
{
    private const string Nobody = """{"c":0,"d":null,"dp":null,"h":0,"l":0,"o":0,"pc":0,"t":0}""";

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "finnhub",
            Create = (fetcher, url, _) => new FinnhubProvider(fetcher, new FinnhubOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
            Body = (path, quotes) => quotes.GetValueOrDefault(path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..], Nobody),
            Good = new Dictionary<string, string>
            {
                ["NVDA"] = """{"c":118.42,"d":-24.2,"dp":-16.9682,"h":128.4,"l":116.7,"o":124.8,"pc":142.62,"t":1738011600}""",
                ["MSFT"] = """{"t":1738011600,"pc":"444.06","o":424.01,"l":423.5,"h":435.2,"c":434.56}""",
            },
            Quotes = [GivenQuote.Nvda with { Volume = null }, GivenQuote.Msft with { Volume = null }],
            Unknown = Nobody,
            Nulls = """{"c":null,"d":null,"dp":null,"h":null,"l":null,"o":null,"pc":null,"t":null}""",
            Zeros = """{"c":118.42,"h":0,"l":0,"o":0,"pc":0,"t":0}""",
            Times = ("1738011600", "4070908800"),
            Later = GivenQuote.Year2099,
            KeyHeaders = new Dictionary<string, string> { ["X-Finnhub-Token"] = ProviderCase.Key },
            IsOneByOne = true,
        };
}
