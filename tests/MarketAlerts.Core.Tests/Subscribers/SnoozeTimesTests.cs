using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class SnoozeTimesTests
{
    // New York is five hours behind UTC in January: open 14:30, close 21:00.
    [Theory]
    // Before the open: today's session, and the next one.
    [InlineData("2025-01-27T10:00Z", "Close 27 21:00, NextOpen 28 14:30, Week 03 10:00")]
    [InlineData("2025-01-27T16:00Z", "Close 27 21:00, NextOpen 28 14:30, Week 03 16:00")]
    [InlineData("2025-01-27T21:00Z", "NextOpen 28 14:30, Week 03 21:00")] // Closed: that end is over.
    [InlineData("2025-01-31T22:00Z", "NextOpen 03 14:30, Week 07 22:00")] // Friday evening: Monday.
    [InlineData("2025-02-01T15:00Z", "NextOpen 03 14:30, Week 08 15:00")] // Saturday.
    // Closes at 13:00 on the eve of Independence Day, a Friday; summer time.
    [InlineData("2025-07-03T16:00Z", "Close 03 17:00, NextOpen 07 13:30, Week 10 16:00")]
    [InlineData("2028-12-29T22:00Z", "Week 05 22:00")] // The calendar ends.
    [InlineData("2029-06-01T15:00Z", "Week 08 15:00")] // It has ended: subscribers can pause all the same.
    public void At_OffersWhatLiesAhead(string now, string expected) =>
        string.Join(
                ", ",
                SnoozeTimes
                    .At(Given.Utc(now), Given.Calendar)
                    .Select(choice => FormattableString.Invariant($"{choice.Choice} {choice.Until:dd HH:mm}"))
            )
            .ShouldBe(expected);

    [Theory]
    [InlineData("2025-01-27T16:00Z", "America/New_York", "2025-01-28T05:00Z")]
    [InlineData("2025-01-27T16:00Z", "Europe/Berlin", "2025-01-27T23:00Z")]
    [InlineData("2025-01-27T16:00Z", "Asia/Tokyo", "2025-01-28T15:00Z")] // One in the morning there: that day's end.
    [InlineData("2025-03-29T23:30Z", "Europe/Berlin", "2025-03-30T22:00Z")] // The day of 23 hours.
    // Midnight itself is left out: the clock goes from 24:00 to 01:00.
    [InlineData("2025-04-24T12:00Z", "Africa/Cairo", "2025-04-24T22:00Z")]
    public void EndOfDay_IsMidnightInTheSubscribersZone(string now, string zone, string expected) =>
        SnoozeTimes.EndOfDay(Given.Utc(now), TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(Given.Utc(expected));
}
