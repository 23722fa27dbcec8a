namespace MarketAlerts.Core.Subscriptions;

/// <summary>A watcher and where it lies, right or wrong.</summary>
/// <param name="Section">The shelf, see <see cref="Catalog.SectionOf"/>.</param>
/// <param name="Subscription">The watcher.</param>
public sealed record PlacedSubscription(string Section, Subscription Subscription);
