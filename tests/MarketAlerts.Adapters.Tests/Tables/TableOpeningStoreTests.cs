using MarketAlerts.Adapters.Tables;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableOpeningStoreTests
{
    private static readonly DateOnly Monday = new(2025, 1, 27);
    private readonly TableOpeningStore _store = new(TestStorage.TableSet());
    private readonly string _one = TestStorage.Unique("bucket");
    private readonly string _two = TestStorage.Unique("bucket");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_NamesTheBuckets_ThatWereToldThatSession()
    {
        await _store.SaveAsync(_one, Monday, Token);
        await _store.SaveAsync(_two, Monday, Token);
        await _store.SaveAsync(_two, Monday.AddDays(1), Token);

        (await MineAsync(Monday)).ShouldBe([_one]);
        (await MineAsync(Monday.AddDays(1))).ShouldBe([_two]);
        (await MineAsync(Monday.AddDays(2))).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> MineAsync(DateOnly session) =>
        (await _store.ReadAsync(session, Token)).Where(bucket => bucket == _one || bucket == _two);
}
