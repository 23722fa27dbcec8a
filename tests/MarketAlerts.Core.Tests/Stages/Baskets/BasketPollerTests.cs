using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Baskets;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Baskets;

/// <summary>A watched basket of two on a page; Monday 27 January 2025: the session runs from 14:30 to 21:00 UTC.</summary>
public sealed class BasketPollerTests
{
    private readonly FakeTimeProvider _time = new(Given.Utc("2025-01-27T00:00Z"));
    private readonly FakeWorld _world = new();
    private readonly RememberedMarket _market = new();

    // The quotes are of 20:59. Their source shows the closing prints its delay after 21:00, and the look follows 20 s later.
    [Theory]
    [InlineData(0, "21:00:20", 1)]
    [InlineData(0, "21:01:20", 0)]
    [InlineData(15, "21:15:20", 1)]
    [InlineData(15, "21:16:20", 0)]
    public async Task PollAsync_LooksAfterTheClose_AsLongAsTheSourceIsLate(int delayMinutes, string now, int expected)
    {
        await PollAsync(delayMinutes);
        _time.SetUtcNow(Given.At(now));

        (await LookAsync()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("14:29:20", 0)]
    [InlineData("21:30:20", 1)]
    [InlineData("22:01:20", 0)]
    public async Task PollAsync_ReadsStates_UpToAnHourAfterTheClose(string now, int expected)
    {
        await PollAsync(0);
        _time.SetUtcNow(Given.At(now));
        await LookAsync();

        _market.PageLoads.ShouldBe(expected);
    }

    private async Task PollAsync(int delayMinutes)
    {
        _world.Catalog = Given.Catalog(new Basket("chips", Given.Syms("NVDA AMD"), null));
        (await _market.LoadBasketLevelsAsync(TestContext.Current.CancellationToken)).Add(
            Target.OfBasket("chips"),
            MetricId.MedianMove,
            Direction.Down,
            20_000
        );
        var page = Given.Page(Given.State("NVDA", "20:59", 97), Given.State("AMD", "20:59", 97));
        page.DeclaredDelay = TimeSpan.FromMinutes(delayMinutes);
        _market.Put(page);
    }

    private Task<int> LookAsync() =>
        new BasketPoller(
            new MarketClock(_time, Given.Calendar),
            _world,
            _market,
            new MarketLoader(_market),
            new BasketMeter(Given.Thresholds),
            new EventPublisher(_world)
        ).PollAsync(TestContext.Current.CancellationToken);
}
