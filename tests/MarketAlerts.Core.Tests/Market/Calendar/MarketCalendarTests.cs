using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Tests.Market.Calendar;

public sealed class MarketCalendarTests
{
    [Theory]
    [InlineData("2025-01-27T14:00Z", "2025-01-27T15:00Z", 30)]
    [InlineData("2025-01-27T20:30Z", "2025-01-28T15:00Z", 60)]
    [InlineData("2025-01-24T20:30Z", "2025-01-27T14:31Z", 31)] // A weekend.
    [InlineData("2025-01-25T00:00Z", "2025-01-26T23:00Z", 0)]
    [InlineData("2024-11-29T17:00Z", "2024-11-29T20:00Z", 60)] // Closes at 13:00.
    public void OpenBetween_CountsRegularSessionsAlone(string from, string to, int minutes) =>
        Given.Calendar.OpenBetween(Given.Utc(from), Given.Utc(to)).ShouldBe(TimeSpan.FromMinutes(minutes));

    private static readonly DateOnly Mourning = new(2025, 1, 9);

    [Fact]
    public void SessionOn_IsNullExactlyOnWeekendsAndTableDays_From2009To2028()
    {
        var closed = ExchangeTable.AllDays().Where(date => ExchangeTable.Calendar.SessionOn(date) is null);

        closed.ShouldBe(
            ExchangeTable
                .AllDays()
                .Where(date =>
                    ExchangeTable.IsWeekend(date) || ExchangeTable.Closed.Contains(date) || ExchangeTable.Announced.Contains(date)
                )
        );
    }

    [Fact]
    public void SessionOn_ClosesAt13AndEndsAt17NewYork_ExactlyOnTableDays()
    {
        var sessions = ExchangeTable.AllDays().Select(ExchangeTable.Calendar.SessionOn).OfType<TradingSession>().ToArray();

        sessions.Where(session => session.ClosesEarly).Select(session => session.Date).ShouldBe(ExchangeTable.EarlyCloses.Order());
        sessions.ShouldAllBe(session => LocalHour(session.Close) == (session.ClosesEarly ? 13 : 16));
        sessions.ShouldAllBe(session => LocalHour(session.AfterHoursClose) == (session.ClosesEarly ? 17 : 20));
        sessions.ShouldAllBe(session => LocalHour(session.PreMarketOpen) == 4);
    }

    // Weekdays of the year less the closed ones, counted by hand for 2012: 261 weekdays, nine holidays and two days of the storm.
    [Theory]
    [InlineData(2009, 252)]
    [InlineData(2010, 252)]
    [InlineData(2011, 252)]
    [InlineData(2012, 250)]
    [InlineData(2013, 252)]
    [InlineData(2014, 252)]
    [InlineData(2015, 252)]
    [InlineData(2016, 252)]
    [InlineData(2017, 251)]
    [InlineData(2018, 251)]
    [InlineData(2019, 252)]
    [InlineData(2020, 253)]
    [InlineData(2021, 252)]
    [InlineData(2022, 251)]
    [InlineData(2023, 250)]
    [InlineData(2024, 252)]
    [InlineData(2025, 250)]
    [InlineData(2026, 251)]
    [InlineData(2027, 251)]
    [InlineData(2028, 251)]
    public void SessionOn_HasTheYearsSessions_WhenTheyAreCounted(int year, int sessions) =>
        ExchangeTable.AllDays().Count(date => date.Year == year && ExchangeTable.Calendar.SessionOn(date) is not null).ShouldBe(sessions);

    // The Friday before a clock change and the Monday after it. 09:30 is 14:30Z at UTC-5 and 13:30Z at UTC-4; clocks change on the second
    // Sunday of March (8 March 2009, 12 March 2017, 8 March 2026, 12 March 2028) and the first of November (1 November 2009, 5 November
    // 2017, 1 November 2026, 5 November 2028).
    [Theory]
    [InlineData("2009-03-06", "2009-03-06T14:30", "2009-03-06T21:00")]
    [InlineData("2009-03-09", "2009-03-09T13:30", "2009-03-09T20:00")]
    [InlineData("2009-10-30", "2009-10-30T13:30", "2009-10-30T20:00")]
    [InlineData("2009-11-02", "2009-11-02T14:30", "2009-11-02T21:00")]
    [InlineData("2017-03-10", "2017-03-10T14:30", "2017-03-10T21:00")]
    [InlineData("2017-03-13", "2017-03-13T13:30", "2017-03-13T20:00")]
    [InlineData("2017-11-03", "2017-11-03T13:30", "2017-11-03T20:00")]
    [InlineData("2017-11-06", "2017-11-06T14:30", "2017-11-06T21:00")]
    [InlineData("2026-03-06", "2026-03-06T14:30", "2026-03-06T21:00")]
    [InlineData("2026-03-09", "2026-03-09T13:30", "2026-03-09T20:00")]
    [InlineData("2026-10-30", "2026-10-30T13:30", "2026-10-30T20:00")]
    [InlineData("2026-11-02", "2026-11-02T14:30", "2026-11-02T21:00")]
    [InlineData("2028-03-10", "2028-03-10T14:30", "2028-03-10T21:00")]
    [InlineData("2028-03-13", "2028-03-13T13:30", "2028-03-13T20:00")]
    [InlineData("2028-11-03", "2028-11-03T13:30", "2028-11-03T20:00")]
    [InlineData("2028-11-06", "2028-11-06T14:30", "2028-11-06T21:00")]
    public void SessionOn_OpensAt0930NewYork_AcrossClockChanges(string date, string open, string close)
    {
        var session = Given.Calendar.SessionOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))!;

        session.Open.ShouldBe(Given.Utc(open + "Z"));
        session.Close.ShouldBe(Given.Utc(close + "Z"));
        session.Open.Offset.ShouldBe(TimeSpan.Zero);
    }

    // Monday 27 January 2025, UTC-5: pre-market from 09:00Z, open 14:30Z, close 21:00Z, end 01:00Z of the next day.
    [Theory]
    [InlineData("2025-01-27T08:59:59Z", SessionPart.Closed)]
    [InlineData("2025-01-27T09:00:00Z", SessionPart.PreMarket)]
    [InlineData("2025-01-27T14:29:59Z", SessionPart.PreMarket)]
    [InlineData("2025-01-27T14:30:00Z", SessionPart.Regular)]
    [InlineData("2025-01-27T21:00:00Z", SessionPart.Regular)]
    [InlineData("2025-01-27T21:00:01Z", SessionPart.AfterHours)]
    [InlineData("2025-01-28T00:59:59Z", SessionPart.AfterHours)]
    [InlineData("2025-01-28T01:00:00Z", SessionPart.Closed)]
    [InlineData("2025-01-26T15:00:00Z", SessionPart.Closed)]
    [InlineData("2025-07-03T17:00:00Z", SessionPart.Regular)]
    [InlineData("2025-07-03T17:00:01Z", SessionPart.AfterHours)]
    [InlineData("2025-07-03T21:00:00Z", SessionPart.Closed)]
    public void PartAt_TurnsOnTheEdge(string instant, SessionPart expected) => Given.Calendar.PartAt(Given.Utc(instant)).ShouldBe(expected);

    [Fact]
    public void ClosedReason_IsTheAnnouncedOne_WhenTheDayIsInTheData()
    {
        var announced = new MarketCalendar(
            CalendarData.RulesAlone(ExchangeTable.First, ExchangeTable.Last) with
            {
                Closed = new Dictionary<DateOnly, string> { [Mourning] = "National day of mourning for President Carter" },
            }
        );

        announced.ClosedReason(Mourning).ShouldBe("National day of mourning for President Carter");
        announced.SessionOn(Mourning).ShouldBeNull();
        announced.SessionBefore(new DateOnly(2025, 1, 10)).ShouldBe(new DateOnly(2025, 1, 8));
        Given.Calendar.SessionOn(Mourning).ShouldNotBeNull("it is data, not a rule");
    }

    [Fact]
    public void SessionOn_FollowsTheData_WhenTheExchangeStaysOpenOrClosesOtherwise()
    {
        var thanksgiving = new DateOnly(2025, 11, 27);
        var replaced = new MarketCalendar(
            CalendarData.RulesAlone(ExchangeTable.First, ExchangeTable.Last) with
            {
                OpenDespiteRule = new HashSet<DateOnly> { thanksgiving, new(2025, 11, 29) },
                EarlyCloses = new Dictionary<DateOnly, TimeOnly> { [new(2025, 7, 3)] = new(16, 0), [Given.Day] = new(14, 0) },
            }
        );

        replaced.SessionOn(thanksgiving).ShouldNotBeNull();
        replaced.SessionOn(new DateOnly(2025, 11, 29)).ShouldBeNull("a Saturday stays a Saturday");
        replaced.SessionOn(new DateOnly(2025, 7, 3))!.ClosesEarly.ShouldBeFalse();
        replaced.SessionOn(Given.Day)!.Close.ShouldBe(Given.At("19:00"));
    }

    // Friday 3 July 2026 is the observed holiday; 4 and 5 July are a weekend.
    [Theory]
    [InlineData("2026-07-02T13:29:59Z", "2026-07-02T13:30Z")]
    [InlineData("2026-07-02T13:30:00Z", "2026-07-06T13:30Z")]
    [InlineData("2026-07-04T12:00:00Z", "2026-07-06T13:30Z")]
    public void NextOpenAfter_StepsOverClosedDays(string instant, string expected) =>
        Given.Calendar.NextOpenAfter(Given.Utc(instant))!.Open.ShouldBe(Given.Utc(expected));

    [Fact]
    public void SessionBefore_StepsOverWeekendAndHoliday() =>
        Given.Calendar.SessionBefore(new DateOnly(2026, 7, 6)).ShouldBe(new DateOnly(2026, 7, 2));

    [Fact]
    public void DateOf_IsNewYorks_LateInTheUtcDay()
    {
        MarketCalendar.DateOf(Given.Utc("2025-01-28T04:59:59Z")).ShouldBe(Given.Day);
        MarketCalendar.DateOf(Given.Utc("2025-01-28T05:00:00Z")).ShouldBe(new DateOnly(2025, 1, 28));
    }

    [Theory]
    [InlineData(25, "weekend")]
    [InlineData(20, "Martin Luther King Jr. Day")]
    [InlineData(27, null)]
    public void ClosedReason_NamesWeekendAndHoliday(int day, string? expected)
    {
        var date = new DateOnly(2025, 1, day);

        Given.Calendar.ClosedReason(date).ShouldBe(expected);
    }

    private static int LocalHour(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, MarketCalendar.NewYork).Hour;
}
