using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Tests.Functions;

public sealed class FunctionCatalogTests
{
    private readonly FunctionCatalog _catalog = FunctionCatalog.Of(typeof(PollQuotes).Assembly);

    [Fact]
    public void Of_FindsTheTimers_WhenGivenTheApp() =>
        _catalog.Timers.Select(timer => timer.Name).ShouldBe(["CloseOfDay", "FlushDue", "FollowIncidents", "Housekeeping", "KeepHistory", "PollNews", "PollQuotes", "ProofOfLife", "WatchBaskets", "Watchdog"]);

    [Fact]
    public void Of_FindsTheQueues_WhenGivenTheApp() =>
        _catalog.Queues.Select(queue => (queue.Name, queue.Queue))
            .ShouldBe([("Notify", "deliveries"), ("ReadFeed", "news-feeds"), ("ReadQuotes", "quote-pages"), ("RescaleRules", "splits"), ("RouteEvents", "market-events")]);

    [Fact]
    public void Of_FindsTheRoutes_WhenGivenTheApp() =>
        _catalog.Http.Select(http => (http.Name, http.Route, string.Join(' ', http.Verbs)))
            .ShouldBe([("Action", "action", "get head post"), ("Health", "health", "get head"), ("Unsubscribe", "unsubscribe", "get head post")]);

    [Theory]
    [InlineData("FlushDue", 14, 31, 0)]
    [InlineData("Housekeeping", 14, 40, 0)]
    [InlineData("KeepHistory", 14, 31, 0)]
    [InlineData("PollQuotes", 14, 31, 0)]
    [InlineData("ProofOfLife", 14, 31, 0)]
    [InlineData("WatchBaskets", 14, 30, 20)]
    [InlineData("Watchdog", 14, 35, 0)]
    public void Of_ReadsTheSchedule_WhenItIsATimer(string name, int hour, int minute, int second)
    {
        var after = new DateTime(2025, 1, 27, 14, 30, 0, DateTimeKind.Utc);

        _catalog.Timers.Single(timer => timer.Name == name).Schedule.GetNextOccurrence(after)
            .ShouldBe(new DateTime(2025, 1, 27, hour, minute, second, DateTimeKind.Utc));
    }

    [Fact]
    public void Of_FindsNothing_WhenTheAssemblyHasNoFunctions()
    {
        var catalog = FunctionCatalog.Of(typeof(string).Assembly);

        (catalog.Timers.Count + catalog.Queues.Count + catalog.Http.Count).ShouldBe(0);
    }
}
