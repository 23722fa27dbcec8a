using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Testing;

/// <summary>The four stores of people, over the same rows.</summary>
public sealed record SubscriberStores(IProfileStore Profiles, IDeliveryStore Deliveries, ILedgerStore Ledger, IOnceRuleStore Onces)
{
    /// <summary>Those of a composition.</summary>
    public static SubscriberStores Of(IServiceProvider services) =>
        new(
            services.GetRequiredService<IProfileStore>(),
            services.GetRequiredService<IDeliveryStore>(),
            services.GetRequiredService<ILedgerStore>(),
            services.GetRequiredService<IOnceRuleStore>()
        );

    /// <summary>In tables.</summary>
    public static SubscriberStores InTables(TableSet tables, DeliveryOptions? options = null)
    {
        options ??= new DeliveryOptions();
        var subscribers = new SubscriberTable(tables, options);
        return new SubscriberStores(
            new TableProfileStore(subscribers),
            new TableDeliveryStore(subscribers, options),
            new TableLedgerStore(subscribers),
            new TableOnceRuleStore(subscribers)
        );
    }

    /// <summary>In memory.</summary>
    public static SubscriberStores InMemory(MemoryRows rows, DeliveryOptions? options = null)
    {
        var subscribers = new MemorySubscribers(options, rows);
        return new SubscriberStores(subscribers, subscribers, subscribers, subscribers);
    }
}
