using System.Diagnostics;
using System.Globalization;
using System.Text;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

public sealed class TiingoDailyParserTests
{
    // 200,000 days are 9 MB. Sorted one by one, the newest first, they took a minute; sorted once, a tenth of a second. The split of 2 for
    // 1 on the 24th halves the 23rd.
    [Fact]
    public void Parse_ReadsManyDaysAtOnce_WhenTheNewestComesFirst()
    {
        var days = Enumerable
            .Range(0, 200_000)
            .Select(ago => GivenHistory.Friday.AddDays(-ago))
            .Select(day =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"date\":\"{day:yyyy-MM-dd}T00:00:00Z\",\"close\":100,\"splitFactor\":{(day == GivenHistory.Friday ? 2 : 1)}}}"
                )
            );
        var body = Encoding.UTF8.GetBytes($"[{string.Join(',', days)}]");
        var table = new DayTable(GivenQuote.Symbols, GivenHistory.Sessions);
        var start = Stopwatch.GetTimestamp();

        TiingoDailyParser.Parse(body, GivenQuote.Nvda.Symbol, table);

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        table
            .Histories()[0]
            .Closes.ShouldBe([new DailyClose(GivenHistory.Thursday, 50.0, 0L), new DailyClose(GivenHistory.Friday, 100.0, 0L)]);
    }
}
