using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Ports;

/// <summary>Keeps the catalog: baskets, and the page of each symbol.</summary>
public interface ICatalogStore
{
    /// <summary>The catalog; empty before the first save.</summary>
    Task<Catalog> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Writes baskets and pages; nothing is removed.</summary>
    Task SaveAsync(Catalog catalog, CancellationToken cancellationToken);
}
