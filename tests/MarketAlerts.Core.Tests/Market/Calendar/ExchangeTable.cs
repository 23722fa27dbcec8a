using System.Globalization;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Tests.Market.Calendar;

/// <summary>
/// Closed days and 13:00 closes of 2009 to 2028, typed from what the exchange published and not computed: its yearly holiday releases, the
/// last of 2024-11-08 (2025-27) and 2025-12-23 (2026-28). What was announced on short notice stands apart, since no rule knows it.
/// </summary>
internal static class ExchangeTable
{
    public static readonly DateOnly First = new(2009, 1, 1);

    public static readonly DateOnly Last = new(2028, 12, 31);

    public static IReadOnlySet<DateOnly> Closed { get; } =
        Days(
            (2009, "1 Jan, 19 Jan, 16 Feb, 10 Apr, 25 May, 3 Jul, 7 Sep, 26 Nov, 25 Dec"),
            (2010, "1 Jan, 18 Jan, 15 Feb, 2 Apr, 31 May, 5 Jul, 6 Sep, 25 Nov, 24 Dec"),
            (2011, "17 Jan, 21 Feb, 22 Apr, 30 May, 4 Jul, 5 Sep, 24 Nov, 26 Dec"),
            (2012, "2 Jan, 16 Jan, 20 Feb, 6 Apr, 28 May, 4 Jul, 3 Sep, 22 Nov, 25 Dec"),
            (2013, "1 Jan, 21 Jan, 18 Feb, 29 Mar, 27 May, 4 Jul, 2 Sep, 28 Nov, 25 Dec"),
            (2014, "1 Jan, 20 Jan, 17 Feb, 18 Apr, 26 May, 4 Jul, 1 Sep, 27 Nov, 25 Dec"),
            (2015, "1 Jan, 19 Jan, 16 Feb, 3 Apr, 25 May, 3 Jul, 7 Sep, 26 Nov, 25 Dec"),
            (2016, "1 Jan, 18 Jan, 15 Feb, 25 Mar, 30 May, 4 Jul, 5 Sep, 24 Nov, 26 Dec"),
            (2017, "2 Jan, 16 Jan, 20 Feb, 14 Apr, 29 May, 4 Jul, 4 Sep, 23 Nov, 25 Dec"),
            (2018, "1 Jan, 15 Jan, 19 Feb, 30 Mar, 28 May, 4 Jul, 3 Sep, 22 Nov, 25 Dec"),
            (2019, "1 Jan, 21 Jan, 18 Feb, 19 Apr, 27 May, 4 Jul, 2 Sep, 28 Nov, 25 Dec"),
            (2020, "1 Jan, 20 Jan, 17 Feb, 10 Apr, 25 May, 3 Jul, 7 Sep, 26 Nov, 25 Dec"),
            (2021, "1 Jan, 18 Jan, 15 Feb, 2 Apr, 31 May, 5 Jul, 6 Sep, 25 Nov, 24 Dec"),
            (2022, "17 Jan, 21 Feb, 15 Apr, 30 May, 20 Jun, 4 Jul, 5 Sep, 24 Nov, 26 Dec"),
            (2023, "2 Jan, 16 Jan, 20 Feb, 7 Apr, 29 May, 19 Jun, 4 Jul, 4 Sep, 23 Nov, 25 Dec"),
            (2024, "1 Jan, 15 Jan, 19 Feb, 29 Mar, 27 May, 19 Jun, 4 Jul, 2 Sep, 28 Nov, 25 Dec"),
            (2025, "1 Jan, 20 Jan, 17 Feb, 18 Apr, 26 May, 19 Jun, 4 Jul, 1 Sep, 27 Nov, 25 Dec"),
            (2026, "1 Jan, 19 Jan, 16 Feb, 3 Apr, 25 May, 19 Jun, 3 Jul, 7 Sep, 26 Nov, 25 Dec"),
            (2027, "1 Jan, 18 Jan, 15 Feb, 26 Mar, 31 May, 18 Jun, 5 Jul, 6 Sep, 25 Nov, 24 Dec"),
            (2028, "17 Jan, 21 Feb, 14 Apr, 29 May, 19 Jun, 4 Jul, 4 Sep, 23 Nov, 25 Dec")
        );

    /// <summary>Hurricane Sandy, and the days of mourning for the Presidents George H. W. Bush and Carter.</summary>
    public static IReadOnlySet<DateOnly> Announced { get; } = Days((2012, "29 Oct, 30 Oct"), (2018, "5 Dec"), (2025, "9 Jan"));

    public static IReadOnlySet<DateOnly> EarlyCloses { get; } =
        Days(
            (2009, "27 Nov, 24 Dec"),
            (2010, "26 Nov"),
            (2011, "25 Nov"),
            (2012, "3 Jul, 23 Nov, 24 Dec"),
            (2013, "3 Jul, 29 Nov, 24 Dec"),
            (2014, "3 Jul, 28 Nov, 24 Dec"),
            (2015, "27 Nov, 24 Dec"),
            (2016, "25 Nov"),
            (2017, "3 Jul, 24 Nov"),
            (2018, "3 Jul, 23 Nov, 24 Dec"),
            (2019, "3 Jul, 29 Nov, 24 Dec"),
            (2020, "27 Nov, 24 Dec"),
            (2021, "26 Nov"),
            (2022, "25 Nov"),
            (2023, "3 Jul, 24 Nov"),
            (2024, "3 Jul, 29 Nov, 24 Dec"),
            (2025, "3 Jul, 28 Nov, 24 Dec"),
            (2026, "27 Nov, 24 Dec"),
            (2027, "26 Nov"),
            (2028, "3 Jul, 24 Nov")
        );

    /// <summary>The calendar as it ships: the rules and what was announced.</summary>
    public static MarketCalendar Calendar { get; } =
        new(CalendarData.RulesAlone(First, Last) with { Closed = Announced.ToDictionary(date => date, _ => "announced") });

    public static IEnumerable<DateOnly> AllDays() =>
        Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1).Select(DateOnly.FromDayNumber);

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static HashSet<DateOnly> Days(params (int Year, string Days)[] years) =>
        [
            .. years.SelectMany(
                year => year.Days.Split(", "),
                (year, day) => DateOnly.ParseExact($"{day} {year.Year}", "d MMM yyyy", CultureInfo.InvariantCulture)
            ),
        ];
}
