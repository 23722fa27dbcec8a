using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Subscribers;

/// <summary>
/// Who watches which level: derived from the profiles, one row a rule, direction and level, with the terms of the rule. The rules on the
/// symbols of a page lie together, so that a poll in which much is crossed reads them together; that is what each call needs the catalog
/// for.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>Adds a subscription; adding it again changes nothing.</summary>
    Task AddAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken);

    /// <summary>Removes a subscription; removing it again changes nothing.</summary>
    Task RemoveAsync(Subscription subscription, Catalog catalog, CancellationToken cancellationToken);

    /// <summary>The subscriptions with a level in each range, by level, then subscriber.</summary>
    /// <returns>As many lists as ranges, in their order.</returns>
    Task<IReadOnlyList<IReadOnlyList<Subscription>>> FindAsync(
        IReadOnlyList<CrossedRange> ranges,
        Catalog catalog,
        CancellationToken cancellationToken
    );

    /// <summary>Every subscription there is, where it lies, in no particular order.</summary>
    IAsyncEnumerable<PlacedSubscription> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Removes a subscription from where it lies; removing it again changes nothing.</summary>
    Task RemoveAsync(PlacedSubscription subscription, CancellationToken cancellationToken);
}
