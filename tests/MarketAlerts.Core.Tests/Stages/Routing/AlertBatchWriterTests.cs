using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Incidents;
using static MarketAlerts.Core.Tests.Stages.RoutingWorld;

namespace MarketAlerts.Core.Tests.Stages.Routing;

/// <summary>When what is routed is due, and which flushes are asked for. It is 14:31:05.</summary>
public sealed class AlertBatchWriterTests
{
    private static readonly string[] Names = ["ana@example.com", "ben@example.com", "cleo@example.com", "dan@example.com"];

    [Fact]
    public async Task RouteAsync_AsksForOneFlush_WhenManyAreDueAtTheSameMoment()
    {
        var world = new RoutingWorld();
        await SubscribeAllAsync(world);

        await world.RouteAsync("m1", Fall("NVDA", 6, tier: 1));

        var request = world.Published.ShouldHaveSingleItem();
        (request.Queue, request.Id, request.NotBefore).ShouldBe((QueueNames.Deliveries, "b0000.20250127T143145", Given.At("14:31:45")));
        MessageCodec.Read<DueBucket>(request.Content).Body.Bucket.ShouldBe("b0000");
        world.Subscribers.Items.Select(item => item.Due).ShouldBe(Enumerable.Repeat(Given.At("14:31:45"), Names.Length));
    }

    // 30 s severe, 2 min everything else, 30 min members that became notable, each from the last full ten seconds.
    [Fact]
    public async Task RouteAsync_AsksForAFlushOfEachMoment_WhenSomeAreDueEarlier()
    {
        var world = new RoutingWorld();
        await world.SubscribeAsync("ana@example.com", "NVDA falls 5% today");
        await world.SubscribeAsync("ben@example.com", "TXN falls 3% today");
        await world.TellAsync("cleo@example.com", "chips-down-20250127", Following.Changes);
        world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(2, "14:31:00", [Given.Reading("NVDA", -9, 2)])));

        await world.RouteAsync("m1", Fall("NVDA", 9, tier: 2), Fall("TXN", 4), Fall("AMD", 6, tier: 1));

        world.Requests.ShouldBe(["b0000.20250127T143130 14:31:30", "b0000.20250127T143145 14:31:45", "b0000.20250127T150100 15:01:00"]);
    }

    [Fact]
    public async Task RouteAsync_TakesTheShortestWait_WhenAnItemHoldsSeveral()
    {
        var world = new RoutingWorld();
        await world.SubscribeAsync("ana@example.com", "NVDA falls 5% today", "TXN falls 3% today");

        await world.RouteAsync("m1", Fall("TXN", 4), Fall("NVDA", 9, tier: 2));

        world.Subscribers.Items.ShouldHaveSingleItem().Due.ShouldBe(Given.At("14:31:30"));
        world.Requests.ShouldBe(["b0000.20250127T143130 14:31:30"]);
    }

    [Fact]
    public async Task RouteAsync_AsksForEachBucket_WhenSubscribersAreSpread()
    {
        var buckets = new SpreadBuckets("b0000", "b0001");
        var world = new RoutingWorld(buckets: buckets);
        await SubscribeAllAsync(world);
        var expected = Names.Select(name => buckets.Buckets.BucketOf(SubscriberId.FromAddress(name))).Distinct().Order().ToArray();
        expected.Length.ShouldBe(2, "the names are chosen so");

        await world.RouteAsync("m1", Fall("NVDA", 6));

        world.Published.Select(request => request.Id).ShouldBe(expected.Select(bucket => $"{bucket}.20250127T143145"));
        world.Published.Select(request => MessageCodec.Read<DueBucket>(request.Content).Body.Bucket).ShouldBe(["b0000", "b0001"]);
    }

    // A queue keeps one message of an id: the request of a moment that has come may be gone already.
    [Fact]
    public async Task RouteAsync_AsksUnderAnIdOfItsOwn_WhenTheMomentHasComeMeanwhile()
    {
        var world = new RoutingWorld(new DeliveryOptions { SevereWaitSeconds = 0, PlainWaitSeconds = 0 });
        await SubscribeAllAsync(world);

        await world.RouteAsync("m1", Fall("NVDA", 6));
        await world.RouteAsync("m2", Fall("NVDA", 6, "14:31:01"));

        world.Published.Select(request => request.Id).ShouldBe([OwnId("m1"), OwnId("m2")]);
        world.Published.ShouldAllBe(request => request.NotBefore == null);

        static string OwnId(string cause) => MessageId.ForOwnFlush("b0000", Given.At("14:31:00"), cause);
    }

    private static async Task SubscribeAllAsync(RoutingWorld world)
    {
        foreach (var name in Names)
        {
            await world.SubscribeAsync(name, "NVDA falls 5% today");
        }
    }

    /// <summary>Subscribers in several buckets, of whom nothing else is asked.</summary>
    private sealed class SpreadBuckets(params string[] names) : IProfileStore
    {
        public SubscriberBuckets Buckets { get; } = new(names);

        public ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) => new(Buckets);

        public Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
