using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Core.Tests.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Pipeline;

/// <summary>Monday 27 January 2025: the session runs from 14:30 to 21:00 UTC.</summary>
public sealed class QuotePlannerTests
{
    private readonly FakeTimeProvider _time = new(Given.Utc("2024-11-01T00:00Z"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();

    // A source that is 90 s late shows the prints up to 20:59:30 at 21:01 and those up to 21:00:30 at 21:02. Longer than an hour nobody waits.
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

    private void Watch(params (string Symbol, string Page, int DelaySeconds)[] watched)
    {
        _world.Catalog = new Catalog([], watched.ToDictionary(one => Given.Sym(one.Symbol), one => one.Page));
        foreach (var (_, page, delay) in watched)
        {
            _market.Put(new MarketPage(page) { DeclaredDelay = TimeSpan.FromSeconds(delay) });
        }
    }

    private async Task<string[]> PlanAsync(string now)
    {
        _time.SetUtcNow(Given.Instant(now));
        var asked = await new QuotePlanner(new MarketClock(_time, Given.Calendar), _world, _market, _world).PlanAsync(TestContext.Current.CancellationToken);
        _world.Published.Count.ShouldBe(asked);
        return [.. _world.Published.Select(message => MessageCodec.Read<QuotePage>(message.Content).Body.Page)];
    }
}
