using System.Globalization;
using MarketAlerts.Adapters.Quotes;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("th-TH")] // Its calendar counts 543 years more.
    [InlineData("ar-SA")]
    public void DayOf_IsOfTheGregorianCalendar_WhateverTheMachineSpeaks(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            WireTime.DayOf("2025-01-27"u8).ShouldBe(new DateOnly(2025, 1, 27));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-02-30")]
    [InlineData("27.01.2025")]
    [InlineData("2025-01-27T00:00:00")]
    public void DayOf_IsNotTold_WhenItIsNoDay(string text) => WireTime.DayOf(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(default);
}
