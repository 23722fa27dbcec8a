using System.Globalization;
using MarketAlerts.Adapters.News;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Mon, 27 Jan 2025 14:31:00 GMT", "2025-01-27T14:31:00Z")]
    [InlineData("27 Jan 25 14:31 UT", "2025-01-27T14:31:00Z")]
    [InlineData("27 Jan 99 14:31 GMT", "1999-01-27T14:31:00Z")]
    [InlineData("Mon, 27 January 2025 9:31:00 ET", "2025-01-27T14:31:00Z")]
    [InlineData("Tue, 01 July 2025 9:31:00 ET", "2025-07-01T13:31:00Z")]
    [InlineData("Tue, 1 Jul 2025 9:31 PT", "2025-07-01T16:31:00Z")]
    [InlineData("Mon, 27 Jan 2025 09:31:00 EST", "2025-01-27T14:31:00Z")]
    [InlineData("Tue, 01 Jul 2025 09:31:00 EDT", "2025-07-01T13:31:00Z")]
    [InlineData("Mon, 27 Jan 2025 09:31:00 -0500", "2025-01-27T14:31:00Z")]
    [InlineData("Mon, 27 Jan 2025 09:31:00 -0500 (EST)", "2025-01-27T14:31:00Z")]
    [InlineData("Mon,27 Jan 2025 09:31:00 GMT-05:00", "2025-01-27T14:31:00Z")]
    [InlineData("27-Jan-2025 14:31:00", "2025-01-27T14:31:00Z")]
    [InlineData("27 Sept 2025", "2025-09-27T00:00:00Z")]
    [InlineData("2025-01-27", "2025-01-27T00:00:00Z")]
    [InlineData("2025-01-27T09:31-05:00", "2025-01-27T14:31:00Z")]
    [InlineData("2025-01-27T14:31:00.123456789Z", "2025-01-27T14:31:00.1234567Z")]
    [InlineData("2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z")]
    [InlineData("20250127T143100Z", null)]
    [InlineData("January 27, 2025 9:31 AM ET", "2025-01-27T14:31:00Z")]
    [InlineData("Jan 27, 2025, 12:01 p.m. EST", "2025-01-27T17:01:00Z")]
    [InlineData("Mon Jan 27 14:31:00 2025", "2025-01-27T14:31:00Z")]
    [InlineData("Mon, 27 Jan 2025 23:59:60 GMT", "2025-01-27T23:59:59Z")]
    [InlineData("2024-06-31", null)]
    [InlineData("31 Jun 2024 10:00:00 GMT", null)]
    [InlineData("2025-01-27T25:00:00Z", null)]
    [InlineData("2025-01-27T10:61:00Z", null)]
    [InlineData("2025-13-01T10:00:00Z", null)]
    [InlineData("Mon, 27 Jan 2025 13:00 PM GMT", null)]
    [InlineData("Mon, 27 Jan 2025 14:31:00 XYZ", null)]
    [InlineData("Mon, 27 Jan 2025 14:31:00 +9900", null)]
    [InlineData("Mon, 27 Foo 2025 14:31:00 GMT", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("9999-12-31T23:59:59-14:00", null)]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("not a date", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_GivesTheTime_WhenItCanBe(string? text, string? expected) =>
        FeedDates.Parse(text).ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
}
