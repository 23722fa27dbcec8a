using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class TimerInfoTests
{
    [Fact]
    public void TimerInfo_CarriesItsValues_WhenSet()
    {
        var last = new DateTime(2025, 1, 27, 14, 30, 0, DateTimeKind.Utc);
        var status = new ScheduleStatus { Last = last, Next = last.AddMinutes(1), LastUpdated = last };

        var timer = new TimerInfo { IsPastDue = true, ScheduleStatus = status };

        timer.IsPastDue.ShouldBeTrue();
        timer.ScheduleStatus.ShouldBeSameAs(status);
        (status.Last, status.Next, status.LastUpdated).ShouldBe((last, last.AddMinutes(1), last));
    }

    [Fact]
    public void TimerInfo_HasNoSchedule_WhenNew()
    {
        var timer = new TimerInfo();

        timer.IsPastDue.ShouldBeFalse();
        timer.ScheduleStatus.ShouldBeNull();
    }
}
