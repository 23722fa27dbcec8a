using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Core.Tests.Stages.Operations;

public sealed class CalendarMonitorOptionsTests
{
    [Fact]
    public void Default_WarnsFourMonthsBefore_WhenNothingIsSet()
    {
        new CalendarMonitorOptions().WarnBeforeDays.ShouldBe(120);
        OptionsCheck.Failures(new CalendarMonitorOptions()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(1000, true)]
    [InlineData(30, false)]
    [InlineData(1001, false)]
    public void Validate_TellsTheRange_WhenTheDaysAreOutOfIt(int days, bool right) =>
        OptionsCheck
            .Failures(new CalendarMonitorOptions { WarnBeforeDays = days })
            .ShouldBe(
                right
                    ? []
                    :
                    [
                        "DataAnnotation validation failed for 'CalendarMonitorOptions' members: 'WarnBeforeDays' with the error: "
                            + "'The field WarnBeforeDays must be between 31 and 1000.'.",
                    ]
            );
}
