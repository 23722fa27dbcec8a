using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>Two symbols on a page of this test's own, and a basket of both.</summary>
internal sealed class FixedCatalog(string page) : ICatalogStore
{
    private readonly Catalog _catalog = new(
        [new Basket("chips", [Symbol.Parse("NVDA"), Symbol.Parse("AMD")], null)],
        new Dictionary<Symbol, string> { [Symbol.Parse("NVDA")] = page, [Symbol.Parse("AMD")] = page }
    );

    /// <summary>Whether it cannot be read.</summary>
    public bool Down { get; set; }

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    public Task<Catalog> LoadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Down ? Task.FromException<Catalog>(new IOException("AccountKey=down")) : Task.FromResult(_catalog);
    }

    public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;
}
