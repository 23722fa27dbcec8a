using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Operations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

/// <summary>The calendar ends on 31 December 2028; 2 September is 120 days before it, 1 December 30.</summary>
public sealed class CalendarMonitorTests
{
    private const string WhatToDo = "Take a release with a newer one, or set Calendar:Document or Calendar:File to a newer one.";

    private readonly LogRecorder<CalendarMonitor> _log = new();

    [Theory]
    [InlineData("2028-09-01", 121, LogLevel.None)]
    [InlineData("2028-09-02", 120, LogLevel.Warning)]
    [InlineData("2028-11-30", 31, LogLevel.Warning)]
    [InlineData("2028-12-01", 30, LogLevel.Error)]
    [InlineData("2028-12-31", 0, LogLevel.Error)]
    [InlineData("2029-01-01", -1, LogLevel.Critical)]
    public void Check_GetsLouder_WhenTheEndComesNearer(string day, int daysLeft, LogLevel level)
    {
        Look(day + "T12:00:00Z").ShouldBe(new CalendarOutlook(new DateOnly(2028, 12, 31), daysLeft, level));

        _log.Entries.Select(entry => entry.Level).ShouldBe(level is LogLevel.None ? [] : [level]);
    }

    [Fact]
    public void Check_SaysWhenItEndsAndWhatToDo_WhenThereIsTime()
    {
        Look("2028-09-02T12:00:00Z");

        _log.Entries.ShouldBe([
            (LogLevel.Warning, new EventId(1001, "CalendarEnds"), $"The market calendar ends on 2028-12-31, in 120 days. {WhatToDo}"),
        ]);
    }

    [Fact]
    public void Check_SaysThatNothingIsPolled_WhenTheCalendarHasEnded()
    {
        Look("2029-06-01T12:00:00Z");

        _log.Entries.ShouldBe([
            (
                LogLevel.Critical,
                new EventId(1002, "CalendarEnded"),
                $"The market calendar ended on 2028-12-31: nothing is polled. {WhatToDo}"
            ),
        ]);
    }

    // Whoever starts at seven minutes past hears of it now, not in an hour.
    [Fact]
    public void Check_SaysItAtTheFirstLook_AndThenOnceAnHour()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2029, 6, 1, 12, 7, 0, TimeSpan.Zero));
        var watch = new CalendarMonitor(new MarketClock(time, Given.Calendar), new CalendarMonitorOptions(), _log);

        foreach (var (minutes, expected) in new[] { (0, 1), (5, 1), (50, 2), (5, 2) })
        {
            time.Advance(TimeSpan.FromMinutes(minutes));
            watch.Check();
            _log.Entries.Count.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(90, "2028-10-01", LogLevel.None)]
    [InlineData(90, "2028-10-02", LogLevel.Warning)]
    [InlineData(1000, "2026-04-06", LogLevel.Warning)]
    public void Check_FollowsTheOption_WhenItIsSet(int warnBeforeDays, string day, LogLevel level) =>
        Look(day + "T12:00:00Z", warnBeforeDays).Level.ShouldBe(level);

    // New York is at UTC-4 then: its 2 September begins at 04:00Z.
    [Fact]
    public void Check_CountsDaysOfNewYork_WhenItIsNightThere()
    {
        Look("2028-09-02T03:59:59Z").DaysLeft.ShouldBe(121);
        Look("2028-09-02T04:00:00Z").DaysLeft.ShouldBe(120);
    }

    private CalendarOutlook Look(string instant, int warnBeforeDays = 120)
    {
        var clock = new MarketClock(new FakeTimeProvider(Given.Utc(instant)), Given.Calendar);
        return new CalendarMonitor(clock, new CalendarMonitorOptions { WarnBeforeDays = warnBeforeDays }, _log).Check();
    }
}
