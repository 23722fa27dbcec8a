namespace MarketAlerts.Core.Universe;

/// <summary>Keeps the catalog: baskets, and the page of each symbol. What was loaded is kept in memory until its version changes.</summary>
public interface ICatalogStore
{
    /// <summary>The newest catalog; empty before the first save.</summary>
    Task<Catalog> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The catalog of a version, or a newer one: nothing is read while that version is in memory.</summary>
    Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken);

    /// <summary>Writes baskets and pages as the next version; nothing is removed.</summary>
    Task SaveAsync(Catalog catalog, CancellationToken cancellationToken);
}
