using System.Globalization;
using System.Text;
using MarketAlerts.Adapters.Quotes;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("2022-03-18T14:33:58.448432206Z", "2022-03-18T14:33:58.4484322Z")]
    [InlineData("2022-03-18T14:33:58.5Z", "2022-03-18T14:33:58.5Z")]
    [InlineData("2022-03-18T14:33:58.Z", "2022-03-18T14:33:58Z")]
    [InlineData("2022-03-18t14:33:58z", "2022-03-18T14:33:58Z")]
    [InlineData("2022-03-18 10:33:58-04:00", "2022-03-18T14:33:58Z")]
    [InlineData("2022-03-18T20:03:58.0000001+05:30", "2022-03-18T14:33:58.0000001Z")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    public void OfText_IsTheInstant_WhenItIsWrittenByTheStandard(string text, string expected) =>
        new DateTime(WireTime.OfText(Encoding.UTF8.GetBytes(text)), DateTimeKind.Utc).ShouldBe(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).UtcDateTime
        );

    [Theory]
    [InlineData("")]
    [InlineData("2022-03-18")]
    [InlineData("2022-03-18T14:33:58")]
    [InlineData("2022-03-18T14:33:58 Z")]
    [InlineData("2022-03-18T14:33:58+0400")]
    [InlineData("2022-03-18T14:33:58+24:00")]
    [InlineData("2022-03-18T14:33:58+04:-1")]
    [InlineData("2023-02-29T14:33:58Z")]
    [InlineData("2022-13-18T14:33:58Z")]
    [InlineData("0000-03-18T14:33:58Z")]
    [InlineData("2022-03-18T24:00:00Z")]
    [InlineData("2022-03-18T14:60:58Z")]
    [InlineData("2022-03-18T14:33:60Z")]
    [InlineData("2022-03-1xT14:33:58Z")]
    [InlineData("2022-03--8T14:33:58Z")]
    [InlineData("20220318T143358ZZZZZZZZ")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void OfText_IsNotTold_WhenItIsNoTime(string text) => WireTime.OfText(Encoding.UTF8.GetBytes(text)).ShouldBe(0);

    [Theory]
    [InlineData(1_738_011_600, "2025-01-27T21:00:00Z")]
    [InlineData(253_402_300_799, "9999-12-31T23:59:59Z")]
    public void OfUnixSeconds_IsTheInstant_WhenItIsWithinTheCalendar(long seconds, string expected) =>
        new DateTime(WireTime.OfUnixSeconds(seconds), DateTimeKind.Utc).ShouldBe(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).UtcDateTime
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(253_402_300_800)]
    [InlineData(long.MaxValue)]
    public void OfUnixSeconds_IsNotTold_WhenItIsBeyondTheCalendar(long seconds) => WireTime.OfUnixSeconds(seconds).ShouldBe(0);
}
