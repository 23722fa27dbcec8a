using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0), true);

    // New York: UTC-5 in January; -4 from 8 March 2026, 07:00Z, to 1 November 2026, 06:00Z.
    [Theory]
    [InlineData("2025-01-28T02:59:59Z", null)]
    [InlineData("2025-01-28T03:00:00Z", "2025-01-28T12:00Z")]
    [InlineData("2025-01-28T05:30:00Z", "2025-01-28T12:00Z")]
    [InlineData("2025-01-28T11:59:59Z", "2025-01-28T12:00Z")]
    [InlineData("2025-01-28T12:00:00Z", null)]
    [InlineData("2026-03-08T04:00:00Z", "2026-03-08T11:00Z")]
    [InlineData("2026-11-01T03:00:00Z", "2026-11-01T12:00Z")]
    public void EndAfter_IsTheNextMorning_OverMidnightAndClockChanges(string instant, string? expected) =>
        Night.EndAfter(Given.Utc(instant), Zone("America/New_York")).ShouldBe(expected is null ? null : Given.Utc(expected));

    // 12:00 to 13:30 in Berlin, UTC+1.
    [Theory]
    [InlineData("2025-01-27T10:59:59Z", null)]
    [InlineData("2025-01-27T11:00:00Z", "2025-01-27T12:30Z")]
    [InlineData("2025-01-27T12:30:00Z", null)]
    public void EndAfter_IsTheSameDay_WithinADay(string instant, string? expected) =>
        new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 30), false)
            .EndAfter(Given.Utc(instant), Zone("Europe/Berlin"))
            .ShouldBe(expected is null ? null : Given.Utc(expected));

    [Fact]
    public void EndAfter_LiesAhead_WhenTheEndFallsIntoTheHourThatIsSkipped() =>
        // 02:30 does not exist on 8 March 2026; read at UTC-5 it is 07:30Z, 03:30 on the new clock.
        new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30), true)
            .EndAfter(Given.Utc("2026-03-08T06:59Z"), Zone("America/New_York"))
            .ShouldBe(Given.Utc("2026-03-08T07:30Z"));

    [Fact]
    public void EndAfter_IsNull_WhenTheHoursAreEmpty() =>
        new QuietHours(new TimeOnly(7, 0), new TimeOnly(7, 0), true).EndAfter(Given.At("12:00"), Zone("America/New_York")).ShouldBeNull();

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
