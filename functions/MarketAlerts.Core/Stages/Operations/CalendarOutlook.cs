using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

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
