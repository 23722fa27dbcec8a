using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

public sealed class TableClaimTests : ClaimContract
{
    protected override SubscriberStores NewStores(DeliveryOptions options) => SubscriberStores.InTables(TestStorage.TableSet(), options);

    protected override SubscriberStores OwnStores(DeliveryOptions options) =>
        SubscriberStores.InTables(new TableSet(TestStorage.Tables(), TestStorage.OwnPrefix()), options);
}
