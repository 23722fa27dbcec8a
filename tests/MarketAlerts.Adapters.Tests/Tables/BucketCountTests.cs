using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>How many buckets there are is what the first one wrote who entered somebody.</summary>
public sealed class BucketCountTests
{
    private readonly TableSet _tables = new(TestStorage.Tables(), TestStorage.OwnPrefix());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BucketsAsync_WritesNothing_AsLongAsNobodyIsThere()
    {
        (await CountOfAsync(StoreOf(8))).ShouldBe(8);
        (await CountOfAsync(StoreOf(4))).ShouldBe(4);

        (await (await _tables.Subscribers).QueryAsync<TableEntity>(cancellationToken: Token).CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task BucketsAsync_IsWhatTheFirstWrote_WhateverTheOthersAreSetTo()
    {
        var (early, late) = (StoreOf(64), StoreOf(2));
        (await CountOfAsync(early)).ShouldBe(64);

        await SaveAsync(StoreOf(4), "ada@example.com");

        (await CountOfAsync(early)).ShouldBe(4, "it looked before anybody was there, and looks again");
        (await CountOfAsync(late)).ShouldBe(4);
        (await early.LoadProfileAsync(SubscriberId.FromAddress("ada@example.com"), Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task SaveProfileAsync_FindsOneNumber_WhenManyAreFirst()
    {
        IProfileStore[] stores = [.. Enumerable.Range(1, 16).Select(StoreOf)];

        await Task.WhenAll(stores.Select((store, number) => SaveAsync(store, $"reader{number}@example.com")));

        (await Task.WhenAll(stores.Select(CountOfAsync))).Distinct().Count().ShouldBe(1);
        foreach (var number in Enumerable.Range(0, 16))
        {
            (await stores[0].LoadProfileAsync(SubscriberId.FromAddress($"reader{number}@example.com"), Token)).ShouldNotBeNull();
        }
    }

    private static async Task<int> CountOfAsync(IProfileStore store) => (await store.BucketsAsync(Token)).All.Count;

    private static Task<bool> SaveAsync(IProfileStore store, string email) =>
        store.SaveProfileAsync(new Subscriber(email, "America/New_York", [], null, false), Token);

    private TableProfileStore StoreOf(int buckets) => new(new SubscriberTable(_tables, new DeliveryOptions { Buckets = buckets }));
}
