using System.Globalization;
using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Tests.Mails;

public sealed class SampleFiguresTests
{
    [Fact]
    public void Samples_HaveThePricesOfTheScenario()
    {
        var market = SampleMarket.Read();
        var scenario = File.ReadLines(Path.Combine(RenderedMails.Root, "scenarios", "deepseek-monday", "quotes.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => $"{row[1]} {row[0]}", row => row[2]);

        foreach (var symbol in market.Symbols)
        {
            foreach (var time in market.Times)
            {
                var price = scenario[$"{symbol} {time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture)}"];
                market.PriceOf(symbol, time).ShouldBe(double.Parse(price, CultureInfo.InvariantCulture), $"{symbol} at {time:u}");
            }
        }
    }
}
