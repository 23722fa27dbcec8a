using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableFeedStoreTests
{
    private readonly TableFeedStore _store = new(TestStorage.TableSet());
    private readonly string _name = TestStorage.Unique("feed");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_KeepsEverything_WhenAStateIsReadBack()
    {
        var state = new FeedState(_name)
        {
            Version = new FeedVersion("\"v1\"", "Mon, 27 Jan 2025 14:30:00 GMT") { ReadUntil = GivenMarket.Open },
            FirstReadAt = GivenMarket.Open.AddDays(-1),
            ReadAt = GivenMarket.Open,
            Seen = [(1, 2), (ulong.MaxValue, 0)],
            Arrivals = [GivenMarket.Open.AddMinutes(-1), GivenMarket.Open],
        };

        (await _store.SaveAsync(state, Token)).ShouldBeTrue();

        var stored = (await _store.LoadAsync(_name, Token)).ShouldNotBeNull();
        stored.Seen.ShouldBe(state.Seen);
        stored.Arrivals.ShouldBe(state.Arrivals);
        (stored.Feed, stored.Version, stored.FirstReadAt, stored.ReadAt).ShouldBe((_name, state.Version, state.FirstReadAt, state.ReadAt));
        var rhythm = (await _store.ReadRhythmsAsync(Token)).Single(feed => feed.Feed == _name);
        rhythm.Arrivals.ShouldBe(state.Arrivals);
        (rhythm.FirstReadAt, rhythm.ReadAt).ShouldBe((state.FirstReadAt, state.ReadAt));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("638735850000000000 -1")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void Read_Refuses_WhenArrivalsAreNoTimes(string arrivals) =>
        Should.Throw<InvalidDataException>(() => TableFeedStore.Read(new TableEntity("feeds", "wire") { ["arrivals"] = arrivals }));

    [Fact]
    public async Task SaveAsync_KeepsAnEmptyState_AndFourThousandItems()
    {
        (await _store.SaveAsync(new FeedState(_name), Token)).ShouldBeTrue();
        var empty = (await _store.LoadAsync(_name, Token)).ShouldNotBeNull();
        (empty.Version, empty.FirstReadAt, empty.Seen.Count, empty.Arrivals.Count).ShouldBe((FeedVersion.None, null, 0, 0));

        (
            await _store.SaveAsync(empty with { Seen = [.. Enumerable.Range(0, 4_000).Select(number => ((ulong)number, 7UL))] }, Token)
        ).ShouldBeTrue();

        (await _store.LoadAsync(_name, Token))!.Seen.Count.ShouldBe(4_000);
    }

    [Fact]
    public async Task SaveAsync_ReturnsFalse_WhenSomebodyElseSavedFirst()
    {
        await _store.SaveAsync(new FeedState(_name), Token);

        (await _store.SaveAsync(new FeedState(_name), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task LoadAsync_ReturnsNull_WhenItWasNeverRead() => (await _store.LoadAsync(_name, Token)).ShouldBeNull();
}
