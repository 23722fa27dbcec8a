using System.Globalization;

namespace MarketAlerts.Core.Tests.Calendar;

/// <summary>
/// Closed days and 13:00 closes as the exchange published them for 2024 to 2028: NYSE releases of 2024-11-08 (2025-27) and 2025-12-23 (2026-28).
/// 9 January 2025 (mourning) is not in it: it was announced, not a holiday.
/// </summary>
internal static class ExchangeTable
{
    public static IReadOnlySet<DateOnly> Closed { get; } = Days(
        (2024, "1 Jan, 15 Jan, 19 Feb, 29 Mar, 27 May, 19 Jun, 4 Jul, 2 Sep, 28 Nov, 25 Dec"),
        (2025, "1 Jan, 20 Jan, 17 Feb, 18 Apr, 26 May, 19 Jun, 4 Jul, 1 Sep, 27 Nov, 25 Dec"),
        (2026, "1 Jan, 19 Jan, 16 Feb, 3 Apr, 25 May, 19 Jun, 3 Jul, 7 Sep, 26 Nov, 25 Dec"),
        (2027, "1 Jan, 18 Jan, 15 Feb, 26 Mar, 31 May, 18 Jun, 5 Jul, 6 Sep, 25 Nov, 24 Dec"),
        (2028, "17 Jan, 21 Feb, 14 Apr, 29 May, 19 Jun, 4 Jul, 4 Sep, 23 Nov, 25 Dec"));

    public static IReadOnlySet<DateOnly> EarlyCloses { get; } = Days(
        (2024, "3 Jul, 29 Nov, 24 Dec"),
        (2025, "3 Jul, 28 Nov, 24 Dec"),
        (2026, "27 Nov, 24 Dec"),
        (2027, "26 Nov"),
        (2028, "3 Jul, 24 Nov"));

    public static IEnumerable<DateOnly> AllDays()
    {
        for (var date = new DateOnly(2024, 1, 1); date.Year <= 2028; date = date.AddDays(1))
        {
            yield return date;
        }
    }

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static HashSet<DateOnly> Days(params (int Year, string Days)[] years) =>
    [
        .. years.SelectMany(year => year.Days.Split(", "), (year, day) =>
            DateOnly.ParseExact($"{day} {year.Year}", "d MMM yyyy", CultureInfo.InvariantCulture)),
    ];
}
