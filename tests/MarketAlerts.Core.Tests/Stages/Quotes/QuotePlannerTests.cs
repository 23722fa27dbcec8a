using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Quotes;

/// <summary>Monday 27 January 2025: the session runs from 14:30 to 21:00 UTC.</summary>
public sealed class QuotePlannerTests
{
    private readonly FakeTimeProvider _time = new(Given.Utc("2024-11-01T00:00Z"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();
    private readonly LogRecorder<QuotePlanner> _log = new();
    private readonly GivenPlan _plan = new();

    // A source that is 90 s late shows the prints up to 20:59:30 at 21:01 and those up to 21:00:30 at 21:02. Longer than an hour nobody
    // waits.
    [Theory]
    [InlineData(0, "21:00:00", true)]
    [InlineData(0, "21:01:00", false)]
    [InlineData(900, "21:15:59", true)]
    [InlineData(900, "21:16:00", false)]
    [InlineData(90, "21:02:00", true)]
    [InlineData(90, "21:03:00", false)]
    [InlineData(7_200, "22:00:30", true)]
    [InlineData(7_200, "22:01:00", false)]
    [InlineData(900, "2024-11-29T18:15Z", true)] // The day after Thanksgiving closes at 18:00 UTC.
    [InlineData(900, "2024-11-29T18:16Z", false)]
    [InlineData(900, "2025-01-25T21:10Z", false)] // A Saturday.
    public async Task PlanAsync_AsksAfterTheClose_AsLongAsTheSourceIsLate(int delaySeconds, string now, bool expected)
    {
        Watch(("NVDA", "p0000", delaySeconds));

        (await PlanAsync(now)).ShouldBe(expected ? ["p0000"] : []);
    }

    [Fact]
    public async Task PlanAsync_AsksOnlyForLatePages_AndThoseWithARuleAfterHours_WhenTheMarketHasClosed()
    {
        Watch(("NVDA", "p0000", 0), ("KO", "p0001", 900), ("AMD", "p0002", 0));
        _world.Catalog = new Catalog([], _world.Catalog.Pages, new HashSet<string> { "p0002" });

        (await PlanAsync("21:01")).ShouldBe(["p0001", "p0002"]);
    }

    [Fact]
    public async Task PlanAsync_AsksNobody_WhenALatePageWasNeverSaved()
    {
        _world.Catalog = new Catalog([], new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000" });

        (await PlanAsync("21:05")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("13:00", 0)]
    [InlineData("15:00", 0)]
    [InlineData("21:30", 2)]
    [InlineData("22:01", 0)]
    [InlineData("2025-01-28T03:00Z", 0)]
    public async Task PlanAsync_ReadsStates_OnlyInTheHourAfterTheClose(string now, int expected)
    {
        Watch(("NVDA", "p0000", 0), ("KO", "p0001", 0));

        await PlanAsync(now);

        _market.PageLoads.ShouldBe(expected);
    }

    // A part of what is watched, or a part of the day, would look like a quiet market.
    [Fact]
    public async Task PlanAsync_AsksNobodyAndTellsOps_WhenThePlanIsTooSmall()
    {
        Watch(("NVDA", "p0000", 0));
        _plan.TooSmall = "stooq: 9 calls a poll.";
        var planner = Planner();

        foreach (var now in new[] { "14:30", "14:31", "15:00" })
        {
            (await PlanAsync(now, planner)).ShouldBeEmpty();
        }

        _log.Entries.Select(entry => (entry.Id.Id, entry.Text))
            .ShouldBe([(1022, "Nothing is polled. stooq: 9 calls a poll."), (1022, "Nothing is polled. stooq: 9 calls a poll.")]);
        _plan.TooSmall = null;
        (await PlanAsync("15:01", planner)).ShouldBe(["p0000"]);
    }

    [Fact]
    public async Task PlanAsync_LooksAgain_WhenTheTablesCouldNotBeRead()
    {
        Watch(("NVDA", "p0000", 0));
        _plan.TooSmall = "stooq: 9 calls a poll.";
        var catalogs = new FailingOnce(_world);
        var planner = new QuotePlanner(new MarketClock(_time, Given.Calendar), catalogs, _market, _plan, _world, _log);

        await Should.ThrowAsync<IOException>(() => PlanAsync("2025-01-25T15:07Z", planner));
        (await PlanAsync("2025-01-25T15:08Z", planner)).ShouldBeEmpty();

        _log.Entries.ShouldHaveSingleItem().Id.Name.ShouldBe("PlanTooSmall");
    }

    [Fact]
    public async Task PlanAsync_TellsOpsAtTheFirstLook_ThoughTheMarketIsClosed()
    {
        Watch(("NVDA", "p0000", 0));
        _plan.TooSmall = "stooq: 9 calls a poll.";
        var planner = Planner();

        (await PlanAsync("2025-01-25T15:07Z", planner)).ShouldBeEmpty(); // A Saturday.
        (await PlanAsync("2025-01-25T15:08Z", planner)).ShouldBeEmpty();

        _log.Entries.ShouldHaveSingleItem().Id.Name.ShouldBe("PlanTooSmall");
    }

    private void Watch(params (string Symbol, string Page, int DelaySeconds)[] watched)
    {
        _world.Catalog = new Catalog([], watched.ToDictionary(one => Given.Sym(one.Symbol), one => one.Page));
        foreach (var (_, page, delay) in watched)
        {
            _market.Put(new MarketPage(page) { DeclaredDelay = TimeSpan.FromSeconds(delay) });
        }
    }

    private QuotePlanner Planner() => new(new MarketClock(_time, Given.Calendar), _world, _market, _plan, _world, _log);

    private async Task<string[]> PlanAsync(string now, QuotePlanner? planner = null)
    {
        _time.SetUtcNow(Given.Instant(now));
        var asked = await (planner ?? Planner()).PlanAsync(TestContext.Current.CancellationToken);
        _world.Published.Count.ShouldBe(asked);
        return [.. _world.Published.Select(message => MessageCodec.Read<QuotePage>(message.Content).Body.Page)];
    }

    private sealed class FailingOnce(Core.Universe.ICatalogStore inner) : Core.Universe.ICatalogStore
    {
        private bool _failed;

        public Task<Catalog> LoadAsync(CancellationToken cancellationToken)
        {
            var fails = !_failed;
            _failed = true;
            return fails ? Task.FromException<Catalog>(new IOException("tables")) : inner.LoadAsync(cancellationToken);
        }

        public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => inner.LoadAsync(version, cancellationToken);

        public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => inner.SaveAsync(catalog, cancellationToken);
    }

    private sealed class GivenPlan : Core.Stages.Quotes.IQuotePlan
    {
        public string? TooSmall { get; set; }

        public string? Refusal(Catalog catalog) => TooSmall;
    }
}
