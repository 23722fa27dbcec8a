using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableHistoryStoreTests
{
    private static readonly DateOnly Monday = new(2025, 1, 27);
    private readonly TableHistoryStore _store = new(TestStorage.TableSet());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetClosesAsync_GivesTheNewestBeforeTheSession_WhenThereAreMore()
    {
        var symbol = Symbol.Parse("T-HIST-A");
        await _store.SaveAsync(
            symbol,
            [.. Enumerable.Range(0, 150).Select(day => new DailyClose(Monday.AddDays(-day), 100.5 + day, 1_000L + day))],
            Token
        );

        (await _store.GetClosesAsync(symbol, Monday, 3, Token)).ShouldBe([
            new DailyClose(Monday.AddDays(-3), 103.5, 1_003),
            new DailyClose(Monday.AddDays(-2), 102.5, 1_002),
            new DailyClose(Monday.AddDays(-1), 101.5, 1_001),
        ]);
        (await _store.GetClosesAsync(symbol, Monday, 21, Token)).Count.ShouldBe(21);
    }

    [Fact]
    public async Task SaveAsync_Replaces_WhenTheSessionIsThere()
    {
        var symbol = Symbol.Parse("T-HIST-B");
        await _store.SaveAsync(symbol, [new DailyClose(Monday, 1, 1)], Token);
        await _store.SaveAsync(symbol, [new DailyClose(Monday, 2, 7)], Token);

        (await _store.GetClosesAsync(symbol, Monday.AddDays(1), 5, Token)).ShouldBe([new DailyClose(Monday, 2, 7)]);
    }

    [Fact]
    public async Task GetClosesAsync_IsEmpty_WhenTheSymbolIsUnknown() =>
        (await _store.GetClosesAsync(Symbol.Parse("T-HIST-C"), Monday, 21, Token)).ShouldBeEmpty();
}
