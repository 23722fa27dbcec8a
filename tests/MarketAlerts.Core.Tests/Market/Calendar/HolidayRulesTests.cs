using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Tests.Market.Calendar;

public sealed class HolidayRulesTests
{
    [Fact]
    public void HolidayOn_AgreesWithThePublishedTable_OnEveryWeekday2009To2028()
    {
        var byRule = ExchangeTable.AllDays().Where(date => !ExchangeTable.IsWeekend(date) && HolidayRules.HolidayOn(date) is not null);

        byRule.ShouldBe(ExchangeTable.Closed.Order());
    }

    [Fact]
    public void ClosesEarlyOn_AgreesWithThePublishedTable_OnEveryDay2009To2028() =>
        ExchangeTable.AllDays().Where(HolidayRules.ClosesEarlyOn).ShouldBe(ExchangeTable.EarlyCloses.Order());

    // Good Friday is two days before Easter: 20 Apr 2025, 5 Apr 2026, 28 Mar 2027, 16 Apr 2028; 24 Apr 2011 and 23 Mar 2008 are nearly the
    // latest and earliest there are.
    [Theory]
    [InlineData(2008, 3, 21)]
    [InlineData(2011, 4, 22)]
    [InlineData(2019, 4, 19)]
    [InlineData(2025, 4, 18)]
    [InlineData(2026, 4, 3)]
    [InlineData(2027, 3, 26)]
    [InlineData(2028, 4, 14)]
    [InlineData(2038, 4, 23)]
    public void HolidayOn_IsGoodFriday_TwoDaysBeforeEaster(int year, int month, int day)
    {
        HolidayRules.HolidayOn(new DateOnly(year, month, day)).ShouldBe("Good Friday");
        HolidayRules.HolidayOn(new DateOnly(year, month, day).AddDays(7)).ShouldBeNull();
    }

    [Theory]
    [InlineData(2021, null)]
    [InlineData(2022, "Juneteenth")]
    public void HolidayOn_KnowsJuneteenth_Since2022(int year, string? expected)
    {
        // 19 June: a Saturday in 2021 (would be observed on the 18th), a Sunday in 2022 (observed on Monday the 20th).
        var observed = year is 2021 ? new DateOnly(2021, 6, 18) : new DateOnly(2022, 6, 20);

        HolidayRules.HolidayOn(observed).ShouldBe(expected);
    }

    [Theory]
    [InlineData(2010)]
    [InlineData(2021)]
    [InlineData(2027)]
    public void HolidayOn_IsNull_OnTheFridayBeforeASaturdayNewYear(int year) =>
        HolidayRules.HolidayOn(new DateOnly(year, 12, 31)).ShouldBeNull();

    [Fact]
    public void HolidayOn_IsMonday_AfterASundayNewYear() => HolidayRules.HolidayOn(new DateOnly(2023, 1, 2)).ShouldBe("New Year's Day");
}
