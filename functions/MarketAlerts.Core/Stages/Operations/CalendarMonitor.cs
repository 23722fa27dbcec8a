using System.ComponentModel.DataAnnotations;
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

/// <summary>How long the market calendar still lasts, and how loudly ops are to be told.</summary>
/// <param name="Last">The last date it covers.</param>
/// <param name="DaysLeft">Days after today that it covers; 0 on its last day, negative afterwards.</param>
/// <param name="Level">None while there is time, then Warning, Error in the last 30 days, Critical when it has ended.</param>
public sealed record CalendarOutlook(DateOnly Last, int DaysLeft, LogLevel Level)
{
    /// <summary>From so many days left on, a warning is an error.</summary>
    public const int UrgentDays = 30;

    /// <summary>Looks from a day. Pure.</summary>
    /// <param name="today">The date in New York.</param>
    /// <param name="last">The last date that the calendar covers.</param>
    /// <param name="warnBeforeDays">From so many days left on, ops are warned.</param>
    public static CalendarOutlook From(DateOnly today, DateOnly last, int warnBeforeDays)
    {
        var daysLeft = last.DayNumber - today.DayNumber;
        var level = daysLeft switch
        {
            < 0 => LogLevel.Critical,
            <= UrgentDays => LogLevel.Error,
            _ when daysLeft <= warnBeforeDays => LogLevel.Warning,
            _ => LogLevel.None,
        };
        return new CalendarOutlook(last, daysLeft, level);
    }
}

/// <summary>When ops are told that the market calendar ends; section <c>Calendar</c> of the settings, beside its file.</summary>
public sealed class CalendarMonitorOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Calendar";

    /// <summary>A warning is logged from so many days before the calendar's last one; in the last 30 it is an error.</summary>
    /// <value>120</value>
    [Range(31, 1000)]
    public int WarnBeforeDays { get; set; } = 120;
}
