using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class StooqProviderTests
{
    private const string Nvda = "NVDA.US,2025-01-27,22:00:00,124.8,128.4,116.7,118.42,818830900";

    [Theory]
    [InlineData("2025-01-27,22:00:00", "2025-01-27T21:00:00Z")] // Winter on both sides: 16:00 in New York.
    [InlineData("2025-07-28,22:00:00", "2025-07-28T20:00:00Z")] // Summer on both sides: 16:00 in New York.
    [InlineData("2025-03-17,21:00:00", "2025-03-17T20:00:00Z")] // 9 to 30 March 2025: summer in New York only, 16:00 there.
    [InlineData("2025-10-28,21:00:00", "2025-10-28T20:00:00Z")] // 26 October to 2 November 2025: winter in Warsaw only, 16:00 in New York.
    public async Task GetAsync_ReadsTheTimeOnWarsawsClock_WhenTheClocksDiffer(string wall, string utc) =>
        (await QuotesOf($"{StooqCase.Head}{Nvda.Replace("2025-01-27,22:00:00", wall, StringComparison.Ordinal)}\r\n"))
            .ShouldHaveSingleItem()
            .MarketTime.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task GetAsync_SkipsTheWarnings_WhenTheyStandBeforeTheTable() =>
        (
            await QuotesOf(
                $"<br />\n<b>Warning</b>: mysqli_connect(): (HY000) in <b>/home/a.php</b>, on, line, 4, 5, 6, 7<br "
                    + $"/>\n{StooqCase.Head}{Nvda}\r\n"
            )
        ).ShouldBe([StooqCase.Case.Quotes[0]]);

    [Theory]
    [InlineData("NVDA.US,2025-03-30,02:30:00,1,1,1,1,1")] // The clock goes from 2 to 3 that night.
    [InlineData("NVDA.US,2025-01-27,24:00:00,1,1,1,1,1")]
    [InlineData("NVDA.US,2025-01-27,N/D,1,1,1,1,1")]
    [InlineData("NVDA.US,2025-01-27,22:00:00,1,1,1,-1,1")]
    [InlineData("NVDA.US,2025-01-27,22:00:00,1,1,1,1e400,1")]
    [InlineData("NVDA.UK,2025-01-27,22:00:00,1,1,1,1,1")]
    [InlineData("NVDA,2025-01-27,22:00:00,1,1,1,1,1")]
    [InlineData("A.B,2025-01-27,22:00:00,1,1,1,1,1")]
    [InlineData("NVDA.US,2025-01-27,22:00:00,1,1,1,1,1,1")]
    [InlineData("NVDA.US")]
    [InlineData("")]
    public async Task GetAsync_HasNoQuote_WhenTheLineIsNotAsDocumented(string line) =>
        (await QuotesOf($"{StooqCase.Head}{line}\r\n{Nvda.Replace("NVDA", "msft", StringComparison.Ordinal)}\r\n"))
            .ShouldHaveSingleItem()
            .Symbol.ShouldBe(GivenQuote.Msft.Symbol);

    [Fact]
    public async Task GetAsync_TellsNoVolume_WhenTheLastLineHasNoEnd() =>
        (await QuotesOf(StooqCase.Head + Nvda[..^2])).ShouldBe([StooqCase.Case.Quotes[0] with { Volume = null }]);

    [Fact]
    public async Task GetAsync_AsksInTheirSpelling_WhenAShareHasAClass()
    {
        await using var bench = await ProviderBench.StartAsync($"{StooqCase.Head}BRK-B.US,2025-01-27,22:00:00,1,1,1,461.4,\r\n");

        var quotes = await bench
            .Provider(StooqCase.Case)
            .GetAsync([Symbol.Parse("BRK.B"), GivenQuote.Nvda.Symbol], TestContext.Current.CancellationToken);

        quotes.ShouldHaveSingleItem().Symbol.ShouldBe(Symbol.Parse("BRK.B"));
        bench.Server.Asked.ShouldBe(["/q/l/?s=brk-b.us+nvda.us&f=sd2t2ohlcv&h&e=csv"]);
    }

    [Fact]
    public async Task GetAsync_IsBusyUntilMidnightUtc_WhenTheDaysCallsAreUsedUp()
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text("Exceeded the daily hits limit", "text/plain"));

        var error = await Should.ThrowAsync<FetchException>(() =>
            bench.Provider(StooqCase.Case).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken)
        );

        (error.Fault, error.RetryAfter).ShouldBe((FetchFault.Busy, TimeSpan.FromHours(3))); // It is 21:00 UTC.
    }

    private static async Task<IReadOnlyList<Quote>> QuotesOf(string body)
    {
        await using var bench = await ProviderBench.StartAsync(Answers.Text(body, "text/csv"));
        return await bench.Provider(StooqCase.Case).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken);
    }
}
