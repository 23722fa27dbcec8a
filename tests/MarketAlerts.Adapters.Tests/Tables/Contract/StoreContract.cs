using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

/// <summary>What the stores of people promise, whatever they are kept in: a suite for the tables and for the memory alike.</summary>
public abstract class StoreContract
{
    private GivenSubscriber? _given;

    /// <summary>Everything that was sent is kept, so that it can be looked at.</summary>
    protected static DeliveryOptions Kept { get; } = new() { KeepSentMails = true };

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Somebody of this test's own.</summary>
    private protected GivenSubscriber Given => _given ??= NewSubscriber();

    /// <summary>One more instance, over the same rows.</summary>
    protected abstract SubscriberStores NewStores(DeliveryOptions options);

    /// <summary>Stores over rows that nobody else has.</summary>
    protected abstract SubscriberStores OwnStores(DeliveryOptions options);

    /// <summary>Somebody else, whom nobody knows yet.</summary>
    private protected GivenSubscriber NewSubscriber() =>
        new(
            new Subscriber($"{TestStorage.Unique("reader")}@example.com", "America/New_York", [Rule.FromText("NVDA notable")], null, false),
            NewStores(Kept)
        );
}
