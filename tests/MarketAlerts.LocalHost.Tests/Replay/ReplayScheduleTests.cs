using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Tests.Replay;

public sealed class ReplayScheduleTests
{
    private static readonly DateTimeOffset MondayOpen = Utc(27, 14, 30, 0);
    private static readonly DateTimeOffset FridayEvening = Utc(24, 21, 5, 15);

    private readonly ReplaySchedule _schedule = new(
        FunctionCatalog.FindIn(typeof(PollQuotes).Assembly),
        new MarketCalendar(CalendarFile.Read(new CalendarOptions())),
        new IncidentOptions()
    );

    [Fact]
    public void Next_IsTheNextTimer_WhenTheMarketIsOpen()
    {
        _schedule.Next(MondayOpen, null, null).ShouldBe(Utc(27, 14, 30, 5));
        _schedule.Next(Utc(27, 14, 30, 20), null, null).ShouldBe(Utc(27, 14, 30, 25));
        _schedule.Next(Utc(27, 14, 30, 30), null, null).ShouldBe(Utc(27, 14, 30, 40));
        _schedule.Next(Utc(27, 14, 30, 50), null, null).ShouldBe(Utc(27, 14, 31, 0));
    }

    [Fact]
    public void Next_IsTheMessage_WhenItIsDueBeforeTheNextTimer() =>
        _schedule.Next(MondayOpen, Utc(27, 14, 30, 3), null).ShouldBe(Utc(27, 14, 30, 3));

    [Fact]
    public void Next_IsTheNextTimer_WhenTheMessageIsDueLater() =>
        _schedule.Next(MondayOpen, Utc(27, 14, 32, 0), null).ShouldBe(Utc(27, 14, 30, 5));

    // A row that is overdue shows whether the schedule looks at what waits.
    [Theory]
    [InlineData(27, 14, 28, 0, true)]
    [InlineData(27, 14, 28, 20, true)]
    [InlineData(27, 14, 29, 40, false)]
    [InlineData(27, 14, 30, 0, false)]
    [InlineData(24, 20, 59, 20, false)]
    [InlineData(24, 21, 0, 0, false)]
    [InlineData(24, 21, 0, 5, false)]
    [InlineData(24, 21, 0, 15, false)]
    [InlineData(24, 21, 0, 20, true)]
    [InlineData(25, 15, 0, 0, true)]
    public void SkipsFrom_IsWhereTheMarketIsClosedNowAndAtTheNextTimer_When(int day, int hour, int minute, int second, bool skips)
    {
        var position = Utc(day, hour, minute, second);

        _schedule.SkipsFrom(position).ShouldBe(skips);
        (_schedule.Next(position, null, Utc(1, 0, 0, 0)) == _schedule.Next(position, null, null)).ShouldBe(!skips);
    }

    [Fact]
    public void Next_IsMondaysOpen_WhenNothingWaitsOverTheWeekend() => _schedule.Next(FridayEvening, null, null).ShouldBe(MondayOpen);

    [Fact]
    public void Next_GoesOnUntilTheBasketsWereLookedAt_WhenThePositionIsTheClose()
    {
        _schedule.Next(Utc(24, 21, 0, 0), null, null).ShouldBe(Utc(24, 21, 0, 5));
        _schedule.Next(Utc(24, 21, 0, 15), null, null).ShouldBe(Utc(24, 21, 0, 20));
        _schedule.Next(Utc(24, 21, 0, 20), null, null).ShouldBe(Utc(24, 21, 5, 7), "the day is summed up");
    }

    [Fact]
    public void Next_SkipsTheHoliday_WhenTheExchangeIsClosed() =>
        _schedule.Next(Utc(17, 21, 5, 7), null, null).ShouldBe(Utc(21, 14, 30, 0));

    [Fact]
    public void Next_IsTheMessage_WhenItIsDueOverTheWeekend() =>
        _schedule.Next(FridayEvening, Utc(25, 3, 4, 5), null).ShouldBe(Utc(25, 3, 4, 5));

    [Theory]
    [InlineData(0, 12)]
    [InlineData(15, 12)]
    [InlineData(16, 13)]
    public void Next_IsTheFlush_WhenARowWaitsOverTheWeekend(int second, int minute)
    {
        var next = _schedule.Next(FridayEvening, null, Utc(25, 10, 12, second));

        next.ShouldBe(Utc(25, 10, minute, 15));
        _schedule.FiringAt(next).Select(timer => timer.Name).ShouldContain("FlushDue");
    }

    [Fact]
    public void Next_IsThePollOfTheArticle_WhenItComesOutOverTheWeekend()
    {
        var next = _schedule.Next(FridayEvening, null, Utc(27, 16, 0, 0), Utc(26, 1, 19, 0));

        next.ShouldBe(Utc(26, 1, 19, 5));
        _schedule.PollOf(Utc(26, 1, 19, 0)).ShouldBe(next);
        _schedule.PollOf(next.AddTicks(1)).ShouldBe(next.AddMinutes(1));
        _schedule.FiringAt(next).Select(timer => timer.Name).ShouldContain("PollNews");
    }

    [Fact]
    public void Next_MovesOn_WhenARowIsOverdue() =>
        _schedule.Next(FridayEvening, null, Utc(24, 20, 0, 0)).ShouldBe(FridayEvening.AddMinutes(1));

    [Fact]
    public void Next_MovesOn_WhenAMessageIsOverdue() => _schedule.Next(FridayEvening, FridayEvening, null).ShouldBe(MondayOpen);

    [Fact]
    public void Next_IsMondaysOpen_WhenARowWaitsUntilAfterIt() =>
        _schedule.Next(FridayEvening, null, Utc(27, 16, 0, 0)).ShouldBe(MondayOpen);

    // Friday 29 December 2028 is the calendar's last session; the replay itself ends at the end of its scenario.
    [Fact]
    public void Next_IsNever_WhenNothingWaitsAndTheCalendarEnds() =>
        _schedule.Next(new DateTimeOffset(2028, 12, 29, 21, 5, 7, TimeSpan.Zero), null, null).ShouldBe(DateTimeOffset.MaxValue);

    [Fact]
    public void FiringAt_NamesTheTimers_InTheOrderOfTheMinute()
    {
        var fired = Enumerable.Range(0, 60).SelectMany(second => _schedule.FiringAt(Utc(27, 15, 0, second))).Select(timer => timer.Name);

        fired.ShouldBe([
            "PollQuotes",
            "PollNews",
            "CloseOfDay",
            "ProofOfLife",
            "FlushDue",
            "PollBaskets",
            "Housekeeping",
            "KeepHistory",
            "FollowIncidents",
            "Watchdog",
        ]);
        _schedule.FiringAt(Utc(27, 14, 31, 25)).ShouldBeEmpty("not every tenth minute");
    }

    private static DateTimeOffset Utc(int day, int hour, int minute, int second) => new(2025, 1, day, hour, minute, second, TimeSpan.Zero);
}
