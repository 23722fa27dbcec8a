using MarketAlerts.Core.Deliveries;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Memory;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

public sealed class MemorySubscriberStoreTests : SubscriberStoreContract
{
    private readonly MemoryRows _rows = new();

    protected override SubscriberStores NewStores(DeliveryOptions options) => SubscriberStores.InMemory(_rows, options);

    protected override SubscriberStores OwnStores(DeliveryOptions options) => SubscriberStores.InMemory(new MemoryRows(), options);
}
