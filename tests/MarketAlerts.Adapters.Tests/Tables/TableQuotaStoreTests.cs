using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableQuotaStoreTests
{
    private readonly TableQuotaStore _store = new(TestStorage.TableSet());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_IsRefused_WhenSomebodyElseSavedSince()
    {
        var before =
            await _store.LoadAsync(ChannelKind.Discord, Token) ?? new QuotaWindow(ChannelKind.Discord, new Dictionary<long, int>());

        (await _store.SaveAsync(before with { Minutes = new Dictionary<long, int> { [29_000_000] = 7 } }, Token)).ShouldBeTrue();
        (await _store.SaveAsync(before with { Minutes = new Dictionary<long, int> { [29_000_000] = 9 } }, Token)).ShouldBeFalse();

        var stored = (await _store.LoadAsync(ChannelKind.Discord, Token)).ShouldNotBeNull();
        (stored.Kind, stored.Minutes[29_000_000]).ShouldBe((ChannelKind.Discord, 7));
        (await _store.SaveAsync(stored with { Minutes = new Dictionary<long, int>() }, Token)).ShouldBeTrue();
    }
}
