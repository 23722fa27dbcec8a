using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableSubscriptionStoreTests
{
    private readonly TableSubscriptionStore _store = new(TestStorage.TableSet());
    private readonly Target _target = Target.OfBasket(TestStorage.Unique("watched"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_LeavesTheStartOutAndTheEndIn_WhenAMoveCrossed()
    {
        await AddAsync(20_000, 20_001, 50_000, 50_001);

        (await FoundAsync(new Crossing(MetricId.DayMove, Direction.Down, 20_000, 50_000))).ShouldBe([20_001, 50_000]);
    }

    [Fact]
    public async Task FindAsync_LeavesTheStartOutAndTheEndIn_WhenAPriceFell()
    {
        await AddAsync(MetricId.Price, 1_199_999, 1_200_000, 1_299_999, 1_300_000);

        (await FoundAsync(new Crossing(MetricId.Price, Direction.Down, 1_300_000, 1_200_000))).ShouldBe([1_200_000, 1_299_999]);
    }

    [Fact]
    public async Task FindAsync_SortsByNumber_WhenLevelsHaveDifferentLengths()
    {
        await AddAsync(1_000_000, 9, 50_000);

        (await FoundAsync(new Crossing(MetricId.DayMove, Direction.Down, 0, 2_000_000))).ShouldBe([9, 50_000, 1_000_000]);
    }

    [Fact]
    public async Task FindAsync_SortsBySubscriber_WhenTheyShareALevel()
    {
        var subscriptions = Enumerable.Range(0, 5).Select(number => Subscription(50_000, email: $"reader{number}@example.com")).ToArray();
        foreach (var subscription in subscriptions)
        {
            await _store.AddAsync(subscription, Catalog.Empty, Token);
        }

        var found = await FindAsync(new CrossedRange(_target, MetricId.DayMove, Direction.Down, new LevelRange(50_000, 50_001)));

        found.ShouldBe(subscriptions.OrderBy(subscription => subscription.Subscriber));
    }

    [Theory]
    [InlineData(MetricId.OpenMove, Direction.Down)]
    [InlineData(MetricId.DayMove, Direction.Up)]
    public async Task FindAsync_IsEmpty_WhenMetricOrDirectionDiffer(MetricId metric, Direction direction)
    {
        await AddAsync(50_000);

        (await FoundAsync(new Crossing(metric, direction, 0, 100_000))).ShouldBeEmpty();
    }

    [Fact]
    public async Task AddAsync_ChangesNothing_WhenItIsThere()
    {
        await AddAsync(50_000, 50_000);

        (await FoundAsync(new Crossing(MetricId.DayMove, Direction.Down, 0, 100_000))).ShouldBe([50_000]);
    }

    [Fact]
    public async Task AddAsync_KeepsBoth_WhenOneSubscriberHasTwoRulesOnALevel()
    {
        await _store.AddAsync(Subscription(50_000, rule: "one"), Catalog.Empty, Token);
        await _store.AddAsync(Subscription(50_000, rule: "two"), Catalog.Empty, Token);

        (await FoundAsync(new Crossing(MetricId.DayMove, Direction.Down, 0, 100_000))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task AddAsync_KeepsTheTerms_WhenARuleHasAny()
    {
        const string Restricted = "news AMD until 2026-12-31 once and news \"Export 深度\"";
        await _store.AddAsync(Subscription(50_000, rule: Restricted), Catalog.Empty, Token);
        await _store.AddAsync(Subscription(50_001), Catalog.Empty, Token);

        (await FindAllAsync())
            .Select(subscription => subscription.Terms)
            .ShouldBe([
                new RuleTerms(
                    true,
                    new DateOnly(2026, 12, 31),
                    new NewsCondition(null, "Export 深度"),
                    new NewsCondition(Symbol.Parse("AMD"), null)
                ),
                RuleTerms.None,
            ]);
    }

    [Fact]
    public async Task RemoveAsync_RemovesItAlone_WhenThereAreOthers()
    {
        await AddAsync(20_000, 50_000);

        await _store.RemoveAsync(Subscription(20_000), Catalog.Empty, Token);
        await _store.RemoveAsync(Subscription(20_000), Catalog.Empty, Token);

        (await FoundAsync(new Crossing(MetricId.DayMove, Direction.Down, 0, 100_000))).ShouldBe([50_000]);
    }

    private Task<IReadOnlyList<Subscription>> FindAllAsync() =>
        FindAsync(new CrossedRange(_target, MetricId.DayMove, Direction.Down, LevelRange.All));

    private async Task<IReadOnlyList<Subscription>> FindAsync(CrossedRange range) =>
        (await _store.FindAsync([range], Catalog.Empty, Token))[0];

    private Task AddAsync(params long[] levels) => AddAsync(MetricId.DayMove, levels);

    private async Task AddAsync(MetricId metric, params long[] levels)
    {
        foreach (var level in levels)
        {
            await _store.AddAsync(Subscription(level, metric), Catalog.Empty, Token);
        }
    }

    private Subscription Subscription(
        long level,
        MetricId metric = MetricId.DayMove,
        string email = "ana@example.com",
        string rule = "a rule"
    ) => new(SubscriberId.FromAddress(email), new RuleLevel(_target, metric, Direction.Down, new Level(level)), Rule.FromText(rule));

    private async Task<long[]> FoundAsync(Crossing crossing)
    {
        var found = await FindAsync(new CrossedRange(_target, crossing.Metric, crossing.Direction, crossing.Levels));
        return [.. found.Select(subscription => subscription.RuleLevel.Level.Units)];
    }
}
