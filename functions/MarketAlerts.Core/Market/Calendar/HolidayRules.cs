namespace MarketAlerts.Core.Market.Calendar;

/// <summary>
/// The regular holidays and early closes of the New York Stock Exchange by rule (NYSE Rule 7.2 and its yearly releases).
/// They hold since 2009 at least (before 2013 the Friday after a Thursday 4 July closed early instead of the Wednesday; 2002 was the last
/// such year). A Saturday holiday is observed on Friday, a Sunday one on Monday; a Saturday New Year is not observed.
/// </summary>
internal static class HolidayRules
{
    private const int JuneteenthSince = 2022;

    /// <summary>The name of the holiday on which the exchange is closed, or null on a trading day. Weekends are not holidays.</summary>
    public static string? HolidayOn(DateOnly date) =>
        date switch
        {
            _ when date == NewYear(date.Year) => "New Year's Day",
            _ when date == NthMonday(date.Year, 1, 3) => "Martin Luther King Jr. Day",
            _ when date == NthMonday(date.Year, 2, 3) => "Washington's Birthday",
            _ when date == Easter(date.Year).AddDays(-2) => "Good Friday",
            _ when date == LastMondayOfMay(date.Year) => "Memorial Day",
            _ when date.Year >= JuneteenthSince && date == Observed(new DateOnly(date.Year, 6, 19)) => "Juneteenth",
            _ when date == Observed(new DateOnly(date.Year, 7, 4)) => "Independence Day",
            _ when date == NthMonday(date.Year, 9, 1) => "Labor Day",
            _ when date == Thanksgiving(date.Year) => "Thanksgiving Day",
            _ when date == Observed(new DateOnly(date.Year, 12, 25)) => "Christmas Day",
            _ => null,
        };

    /// <summary>Whether the exchange closes at 13:00: 3 July before a weekday holiday, the day after Thanksgiving, Christmas Eve.</summary>
    public static bool ClosesEarlyOn(DateOnly date)
    {
        var weekday = date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        return weekday
            && HolidayOn(date) is null
            && (
                (date is { Month: 7, Day: 3 } && date.DayOfWeek is not DayOfWeek.Friday)
                || date == Thanksgiving(date.Year).AddDays(1)
                || date is { Month: 12, Day: 24 }
            );
    }

    private static DateOnly? NewYear(int year)
    {
        var day = new DateOnly(year, 1, 1);
        return day.DayOfWeek is DayOfWeek.Saturday ? null : Observed(day);
    }

    private static DateOnly Observed(DateOnly holiday) =>
        holiday.DayOfWeek switch
        {
            DayOfWeek.Saturday => holiday.AddDays(-1),
            DayOfWeek.Sunday => holiday.AddDays(1),
            _ => holiday,
        };

    private static DateOnly NthMonday(int year, int month, int number) => NthWeekday(year, month, DayOfWeek.Monday, number);

    private static DateOnly Thanksgiving(int year) => NthWeekday(year, 11, DayOfWeek.Thursday, 4);

    private static DateOnly NthWeekday(int year, int month, DayOfWeek weekday, int number)
    {
        var first = new DateOnly(year, month, 1);
        var toFirstWeekday = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toFirstWeekday + (7 * (number - 1)));
    }

    private static DateOnly LastMondayOfMay(int year)
    {
        var last = new DateOnly(year, 5, 31);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    /// <summary>Western Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var month = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (easterMonth, day) = Math.DivRem(epact + weekday - (7 * month) + 114, 31);
        return new DateOnly(year, easterMonth, day + 1);
    }
}
