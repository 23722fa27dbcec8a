using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Tests.Market.Calendar;

/// <summary>
/// The edges of 2009 to 2028: 1 January 2009 is a holiday, and 29 December 2028 the last Friday, before a weekend that ends the year.
/// </summary>
public sealed class CalendarRangeTests
{
    private static readonly DateOnly LastSession = new(2028, 12, 29);

    [Fact]
    public void Refusal_SaysWhatIsCoveredAndWhatToDo_WhenTheDateIsOutside()
    {
        Given
            .Calendar.Refusal(new DateOnly(2029, 1, 2))
            .ShouldBe(
                "The market calendar covers 2009-01-01 to 2028-12-31, not 2029-01-02. Set Calendar:Document or Calendar:File to one "
                    + "that does."
            );
        Given.Calendar.Refusal(ExchangeTable.First).ShouldBeNull();
        Given.Calendar.Refusal(ExchangeTable.Last).ShouldBeNull();
    }

    [Theory]
    [InlineData("2008-12-31")]
    [InlineData("2029-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void SessionOn_IsRefused_WhenTheDateIsOutside(string text)
    {
        var date = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Should.Throw<CalendarRangeException>(() => Given.Calendar.SessionOn(date)).Message.ShouldBe(Given.Calendar.Refusal(date));
        Should.Throw<CalendarRangeException>(() => Given.Calendar.ClosedReason(date));
        Should.Throw<CalendarRangeException>(() => Given.Calendar.SessionBefore(date));
    }

    // 2009 begins and 2028 ends at midnight in New York, 05:00Z.
    [Theory]
    [InlineData("2009-01-01T05:00:00Z", false)]
    [InlineData("2009-01-01T04:59:59Z", true)]
    [InlineData("2029-01-01T04:59:59Z", false)]
    [InlineData("2029-01-01T05:00:00Z", true)]
    public void PartAt_IsRefused_WhenTheInstantsDateInNewYorkIsOutside(string instant, bool refused)
    {
        if (refused)
        {
            Should.Throw<CalendarRangeException>(() => Given.Calendar.PartAt(Given.Utc(instant)));
            Should.Throw<CalendarRangeException>(() => Given.Calendar.NextOpenAfter(Given.Utc(instant)));
        }
        else
        {
            Given.Calendar.PartAt(Given.Utc(instant)).ShouldBe(SessionPart.Closed);
        }
    }

    [Fact]
    public void NextOpenAfter_IsNull_WhenTheCalendarEndsBefore()
    {
        Given.Calendar.NextOpenAfter(Given.Utc("2028-12-29T14:29:59Z"))!.Date.ShouldBe(LastSession);
        Given.Calendar.NextOpenAfter(Given.Utc("2028-12-29T14:30:00Z")).ShouldBeNull();
    }

    [Fact]
    public void NextOpenAfter_IsTheFirstSession_WhenTheCalendarBegins() =>
        Given.Calendar.NextOpenAfter(Given.Utc("2009-01-01T05:00:00Z"))!.Date.ShouldBe(new DateOnly(2009, 1, 2));

    [Fact]
    public void SessionBefore_IsNull_WhenTheCalendarBeginsAfterIt()
    {
        Given.Calendar.SessionBefore(new DateOnly(2009, 1, 1)).ShouldBeNull();
        Given.Calendar.SessionBefore(new DateOnly(2009, 1, 2)).ShouldBeNull();
        Given.Calendar.SessionBefore(new DateOnly(2009, 1, 5)).ShouldBe(new DateOnly(2009, 1, 2));
        Given.Calendar.SessionBefore(ExchangeTable.Last).ShouldBe(LastSession);
    }

    [Fact]
    public void SessionOn_AnswersForOneDay_WhenThatIsAllItCovers()
    {
        var calendar = new MarketCalendar(CalendarData.RulesAlone(Given.Day, Given.Day));

        calendar.SessionOn(Given.Day).ShouldNotBeNull();
        calendar.NextOpenAfter(Given.At("15:00")).ShouldBeNull();
        calendar.SessionBefore(Given.Day).ShouldBeNull();
        Should.Throw<CalendarRangeException>(() => calendar.SessionOn(Given.Day.AddDays(1)));
    }
}
