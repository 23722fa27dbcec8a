using MarketAlerts.Core.Market.Calendar;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>Tells ops that the market calendar ends while there is time to set a newer one: without a calendar nothing is polled.</summary>
public sealed partial class CalendarMonitor(MarketClock clock, CalendarMonitorOptions options, ILogger<CalendarMonitor> logger)
{
    private const int MinutesBetweenChecks = 5;
    private const string WhatToDo = "Take a release with a newer one, or set Calendar:Document or Calendar:File to a newer one.";

    private bool _hasLooked;

    /// <summary>One look; logs when the end is near, at the first look and then at most once an hour, and returns what it saw.</summary>
    public CalendarOutlook Check()
    {
        var outlook = CalendarOutlook.From(MarketCalendar.DateOf(clock.Now), clock.Calendar.Last, options.WarnBeforeDays);
        if (clock.Now.Minute >= MinutesBetweenChecks && _hasLooked)
        {
            return outlook;
        }

        _hasLooked = true;

        if (outlook.Level is LogLevel.Critical)
        {
            LogEnded(outlook.Last);
        }
        else if (outlook.Level is not LogLevel.None)
        {
            LogEnds(outlook.Level, outlook.Last, outlook.DaysLeft);
        }

        return outlook;
    }

    [LoggerMessage(
        EventId = 1001,
        EventName = "CalendarEnds",
        Message = "The market calendar ends on {Last:yyyy-MM-dd}, in {DaysLeft} days. " + WhatToDo
    )]
    private partial void LogEnds(LogLevel level, DateOnly last, int daysLeft);

    [LoggerMessage(
        1002,
        LogLevel.Critical,
        "The market calendar ended on {Last:yyyy-MM-dd}: nothing is polled. " + WhatToDo,
        EventName = "CalendarEnded"
    )]
    private partial void LogEnded(DateOnly last);
}
