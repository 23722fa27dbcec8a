namespace MarketAlerts.Core.Subscriptions;

/// <summary>A watcher and where it lies, right or wrong.</summary>
/// <param name="Shelf">The shelf, see <see cref="Catalog.ShelfOf"/>.</param>
/// <param name="Watcher">The watcher.</param>
public sealed record ShelvedWatcher(string Shelf, Watcher Watcher);
