using System.Globalization;
using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Quotes;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("2022-03-18T14:33:58.448432206Z", "2022-03-18T14:33:58.4484322Z")]
    [InlineData("2022-03-18T14:33:58.5Z", "2022-03-18T14:33:58.5Z")]
    [InlineData("2022-03-18T14:33:58.Z", "2022-03-18T14:33:58Z")]
    [InlineData("2022-03-18T20:03:58.0000001+05:30", "2022-03-18T14:33:58.0000001Z")]
    [InlineData("2022-03-18T10:33:58-04:00", "2022-03-18T14:33:58Z")]
    [InlineData("2022-03-18T20:03:58\\u002B05:30", "2022-03-18T14:33:58Z")]
    [InlineData("2024-11-03T01:30:00-05:00", "2024-11-03T06:30:00Z")] // The second of New York's two half past ones that night.
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    public void Time_IsTheInstant_WhenItIsWrittenByTheStandard(string text, string expected) =>
        new DateTime(Read($"\"{text}\""), DateTimeKind.Utc).ShouldBe(
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
    [InlineData("2022-03-18t14:33:58z")]
    [InlineData("2022-03-18 10:33:58-04:00")]
    public void Time_IsNotTold_WhenItIsNoTime(string text) => Read($"\"{text}\"").ShouldBe(0);

    [Theory]
    [InlineData("null")]
    [InlineData("1738011600")]
    [InlineData("""{"t":"2022-03-18T14:33:58Z"}""")]
    [InlineData("""["2022-03-18T14:33:58Z"]""")]
    public void Time_IsNotTold_WhenItIsNoText(string json) => Read(json).ShouldBe(0);

    [Fact]
    public void Time_IsRefused_WhenTheTextIsNoUnicode() => Should.Throw<JsonException>(() => Read("\"2022-03-18T14:33:58\\ud800\""));

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

    private static long Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var time = reader.Time();
        reader.End();
        return time;
    }
}
