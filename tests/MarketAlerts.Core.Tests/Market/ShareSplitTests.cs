using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Market;

public sealed class ShareSplitTests
{
    // 1/30 as a double is not quite 1/30.
    [Theory]
    [InlineData(10, "10 for 1")]
    [InlineData(4, "4 for 1")]
    [InlineData(1.5, "3 for 2")]
    [InlineData(0.05, "1 for 20")]
    [InlineData(1.0 / 30, "1 for 30")]
    [InlineData(1.0 / 3000, "1 for 3000")]
    [InlineData(1.0253, "1.0253 for 1")]
    [InlineData(1.02534567, "1.0253 for 1")]
    public void Ratio_IsInWholeShares_WhereThereAreAny(double ratio, string expected) =>
        new ShareSplit(Given.Sym("NVDA"), Given.Day, ratio, Given.At("14:30")).Ratio.ShouldBe(expected);

    // New York is five hours behind in January, four in June.
    [Theory]
    [InlineData("2025-01-27", "2025-01-27T05:00Z")]
    [InlineData("2024-06-10", "2024-06-10T04:00Z")]
    public void StartOf_IsMidnightInNewYork(string day, string expected) =>
        ShareSplit.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Given.Utc(expected));

    [Fact]
    public void Of_IsOfTheDayInNewYork_WhenItIsAnnounced()
    {
        var announced = new ListingEvent(Given.Sym("NVDA"), Given.Utc("2025-01-28T04:59Z"), ListingEventKind.Split, "", 10);

        ShareSplit.FromEvent(announced).ShouldBe(new ShareSplit(Given.Sym("NVDA"), Given.Day, 10, Given.Utc("2025-01-28T04:59Z")));
    }
}
