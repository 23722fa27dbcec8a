using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableAwaitingNewsStoreTests
{
    private readonly TableAwaitingNewsStore _store = new(TestStorage.TableSet());
    private readonly Target _news = Target.OfTopic(TestStorage.Unique("news"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_GivesTheRulesOfTheSession_UntilTheyAreRemoved()
    {
        var (today, tomorrow) = (
            Awaiting("NVDA moves 5% today and news X", GivenMarket.Day),
            Awaiting("NVDA moves 5% today and news X", GivenMarket.Day.AddDays(1))
        );
        await _store.AddAsync(today, Token);
        await _store.AddAsync(today, Token);
        await _store.AddAsync(tomorrow, Token);

        (await _store.FindAsync(_news, GivenMarket.Day, Token)).ShouldHaveSingleItem().ShouldBe(today);
        await _store.RemoveAsync(today, Token);
        await _store.RemoveAsync(today, Token);

        (await _store.FindAsync(_news, GivenMarket.Day, Token)).ShouldBeEmpty();
        (await _store.FindAsync(_news, GivenMarket.Day.AddDays(1), Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AddAsync_KeepsBothWays_WhenARuleMeansEither()
    {
        var down = Awaiting("NVDA moves 5% today and news X", GivenMarket.Day);
        await _store.AddAsync(down, Token);
        await _store.AddAsync(down with { Evidence = down.Evidence with { Direction = Direction.Up } }, Token);

        (await _store.FindAsync(_news, GivenMarket.Day, Token)).Count.ShouldBe(2);
    }

    private AwaitingNews Awaiting(string rule, DateOnly session) =>
        new(
            SubscriberId.FromAddress("ada@example.com"),
            Rule.FromText(rule),
            _news,
            new MarketEvent(
                Target.Parse("s.NVDA"),
                MetricId.DayMove,
                Direction.Down,
                0,
                60_000,
                session,
                GivenMarket.Open,
                GivenMarket.Open,
                null,
                new MemberReading(Symbol.Parse("NVDA"), GivenMarket.Open, 94, -6, null, null, 0),
                null
            )
        );
}
