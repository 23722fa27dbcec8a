using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableTopicStoreTests
{
    private readonly TableTopicStore _store = new(TestStorage.TableSet());
    private readonly Target _topic = Target.OfTopic(TestStorage.Unique("topic"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_KeepsEverything_WhenAStateIsReadBack()
    {
        (await _store.LoadAsync(_topic, Token)).ShouldBeNull();
        var pending = new MarketEvent(
            _topic,
            MetricId.Burst,
            Direction.Up,
            0,
            30_000,
            GivenMarket.Day,
            GivenMarket.Open,
            GivenMarket.Open,
            null,
            null,
            null
        )
        {
            News = new NewsReading("\"DeepSeek\"", 3, 0.25, "Nvidia falls", "wire", GivenMarket.Open),
        };
        var state = new TopicState(_topic, GivenMarket.Day.AddDays(-5))
        {
            Recent =
            [
                new Mention("a", GivenMarket.Open, GivenMarket.Open.AddMinutes(-5)),
                new Mention("b", GivenMarket.Open.AddSeconds(1.5), GivenMarket.Open),
            ],
            Days = new SortedDictionary<DateOnly, int> { [GivenMarket.Day.AddDays(-1)] = 7, [GivenMarket.Day] = 2 },
            Mentions = 20_000,
            Burst = 30_000,
            LookedAt = GivenMarket.Open,
            Pending = new PendingTopicEvents(GivenMarket.Open, [pending]),
        };

        var saved = (await _store.SaveAsync(state, Token)).ShouldNotBeNull();
        var stored = (await _store.LoadAsync(_topic, Token)).ShouldNotBeNull();

        stored.ETag.ShouldBe(saved.ETag);
        stored.Recent.ShouldBe(state.Recent);
        stored.Days.ShouldBe(state.Days);
        (stored.Target, stored.Since, stored.Mentions, stored.Burst, stored.LookedAt).ShouldBe(
            (state.Target, state.Since, 20_000, 30_000, state.LookedAt)
        );
        stored.Pending!.Events.ShouldBe([pending]);
    }

    [Fact]
    public async Task SaveAsync_ReturnsNull_WhenSomebodyElseSavedFirst()
    {
        var first = await _store.SaveAsync(new TopicState(_topic, GivenMarket.Day), Token);

        (await _store.SaveAsync(new TopicState(_topic, GivenMarket.Day), Token)).ShouldBeNull();
        (await _store.SaveAsync(first! with { Mentions = 1 }, Token)).ShouldNotBeNull();
        (await _store.SaveAsync(first! with { Mentions = 2 }, Token)).ShouldBeNull();
    }
}
