using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Tests.Functions;

public sealed class FunctionCatalogTests
{
    private readonly FunctionCatalog _catalog = FunctionCatalog.FindIn(typeof(PollQuotes).Assembly);

    [Fact]
    public void Of_FindsTheTimers_WhenGivenTheApp() =>
        _catalog
            .Timers.Select(timer => timer.Name)
            .ShouldBe([
                "CloseOfDay",
                "FlushDue",
                "FollowIncidents",
                "Housekeeping",
                "KeepHistory",
                "PollNews",
                "PollQuotes",
                "ProofOfLife",
                "PollBaskets",
                "Watchdog",
            ]);

    [Fact]
    public void Of_FindsTheQueues_WhenGivenTheApp() =>
        _catalog
            .Queues.Select(queue => (queue.Name, queue.Queue))
            .ShouldBe([
                ("Notify", "deliveries"),
                ("ReadFeed", "news-feeds"),
                ("ReadQuotes", "quote-pages"),
                ("RescaleRules", "splits"),
                ("RouteEvents", "market-events"),
            ]);

    [Fact]
    public void Of_FindsTheRoutes_WhenGivenTheApp() =>
        _catalog
            .Http.Select(http => (http.Name, http.Route, string.Join(' ', http.Verbs)))
            .ShouldBe([
                ("Action", "action", "get head post"),
                ("Health", "health", "get head"),
                ("Unsubscribe", "unsubscribe", "get head post"),
            ]);

    [Theory]
    [InlineData("CloseOfDay", 14, 30, 7)]
    [InlineData("FlushDue", 14, 30, 15)]
    [InlineData("Housekeeping", 14, 30, 25)]
    [InlineData("KeepHistory", 14, 30, 30)]
    [InlineData("PollNews", 14, 30, 5)]
    [InlineData("PollQuotes", 14, 31, 0)]
    [InlineData("ProofOfLife", 14, 30, 9)]
    [InlineData("PollBaskets", 14, 30, 20)]
    [InlineData("Watchdog", 14, 30, 50)]
    public void Of_ReadsTheSchedule_WhenItIsATimer(string name, int hour, int minute, int second)
    {
        var after = new DateTime(2025, 1, 27, 14, 30, 0, DateTimeKind.Utc);

        _catalog
            .Timers.Single(timer => timer.Name == name)
            .Schedule.GetNextOccurrence(after)
            .ShouldBe(new DateTime(2025, 1, 27, hour, minute, second, DateTimeKind.Utc));
    }

    [Fact]
    public void Schedules_ShareNoSecond_HoweverSeldomATimerFires()
    {
        var day = new DateTime(2025, 1, 27, 0, 0, 0, DateTimeKind.Utc);

        var seconds = _catalog.Timers.Select(timer =>
            timer.Schedule.GetNextOccurrences(day, day.AddDays(1)).Select(at => at.Second).Distinct().Single()
        );

        seconds.ShouldBeUnique();
    }

    // Waits count from the last full ten seconds: what these timers bring goes out as if it had come on the minute.
    [Theory]
    [InlineData("PollNews")]
    [InlineData("CloseOfDay")]
    [InlineData("ProofOfLife")]
    public void Schedules_AreWithinTenSecondsOfTheMinute_WhereASubscriberWaits(string name) =>
        _catalog
            .Timers.Single(timer => timer.Name == name)
            .Schedule.GetNextOccurrence(new DateTime(2025, 1, 27, 14, 30, 0, DateTimeKind.Utc))
            .Second.ShouldBeInRange(1, 9);

    [Fact]
    public void Of_FindsNothing_WhenTheAssemblyHasNoFunctions()
    {
        var catalog = FunctionCatalog.FindIn(typeof(string).Assembly);

        (catalog.Timers.Count + catalog.Queues.Count + catalog.Http.Count).ShouldBe(0);
    }

    // CloseOfDay looks for three hours after the close, PollBaskets for as long as the last prices come in.
    [Theory]
    [InlineData("CloseOfDay", 3)]
    [InlineData("FollowIncidents", 1)]
    [InlineData("ProofOfLife", 0)]
    [InlineData("PollBaskets", 1)]
    public void Schedules_CoverEverySession_OfTheTimersThatRestWhileTheMarketIsClosed(string name, int hoursAfterTheClose)
    {
        var schedule = _catalog.Timers.Single(timer => timer.Name == name).Schedule;
        var data = CalendarFile.Read(new CalendarOptions());
        var calendar = new MarketCalendar(data);
        for (var day = data.From; day <= data.To; day = day.AddDays(1))
        {
            if (calendar.SessionOn(day) is { } session)
            {
                var (from, to) = (session.Open.UtcDateTime, session.Close.AddHours(hoursAfterTheClose).UtcDateTime);
                schedule.GetNextOccurrences(from.AddTicks(-1), to).Count().ShouldBe((int)(to - from).TotalMinutes, $"{day}");
            }
        }
    }

    [Fact]
    public void Schedules_AreThoseOfTheCostCommand_WhenAMonthIsCounted()
    {
        var (from, to) = (
            new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1),
            new DateTime(2025, 6, 29, 0, 0, 0, DateTimeKind.Utc)
        );

        var aDay = _catalog.Timers.Single(timer => timer.Name is "CloseOfDay").Schedule.GetNextOccurrences(from, to).Count() / 28.0;

        (aDay * CostInputs.MonthDays).ShouldBe(CostInputs.MarketMinutes, 1e-6);
    }
}
