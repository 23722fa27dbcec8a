using MarketAlerts.Adapters.Quotes.Stooq;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class StooqCase
{
    public const string Head = "Symbol,Date,Time,Open,High,Low,Close,Volume\r\n";

    public static ProviderCase Case { get; } =
        new()
        {
            Name = "stooq",
            Create = (fetcher, url, clock) => new StooqProvider(fetcher, new StooqOptions { BaseUrl = url }, clock),
            Body = (_, rows) => Head + string.Concat(rows.Values.Select(row => row + "\r\n")),
            Good = new Dictionary<string, string>
            {
                ["NVDA"] = "NVDA.US,2025-01-27,22:00:00,124.8,128.4,116.7,118.42,818830900",
                ["MSFT"] = "MSFT.US,2025-01-27,22:00:00,424.01,435.20,423.50,434.56,35647800",
            },
            Quotes = [GivenQuote.Nvda with { PreviousClose = null }, GivenQuote.Msft with { PreviousClose = null }],
            Unknown = "NVDA.US,N/D,N/D,N/D,N/D,N/D,N/D,N/D",
            Nulls = "NVDA.US,2025-01-27,22:00:00,,,,,",
            Zeros = "NVDA.US,2025-01-27,22:00:00,0,0,0,0,0",
            Times = ("2025-01-27,22:00:00", "2099-01-01,01:00:00"),
            Later = GivenQuote.Year2099,
            ContentType = "text/csv",
        };
}
