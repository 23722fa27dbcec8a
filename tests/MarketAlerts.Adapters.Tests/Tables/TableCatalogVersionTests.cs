using Azure.Core;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Tests of catalogs run one after the other: there is one catalog, and its version counts every save.</summary>
[Collection("Catalog")]
public sealed class TableCatalogVersionTests
{
    private readonly CountingPolicy _counting = new();
    private readonly TableCatalogStore _store;
    private readonly string _name = TestStorage.Unique("version");

    public TableCatalogVersionTests()
    {
        var options = new TableClientOptions();
        options.AddPolicy(_counting, HttpPipelinePosition.PerCall);
        _store = new TableCatalogStore(new TableSet(new TableServiceClient(TestStorage.ConnectionString, options)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_ReadsNothing_WhenTheVersionIsInMemory()
    {
        await SaveElsewhereAsync();
        var known = await _store.LoadAsync(Token);
        var before = _counting.Requests;

        (await _store.LoadAsync(known.Version, Token)).ShouldBeSameAs(known);
        (await _store.LoadAsync(known.Version - 1, Token)).ShouldBeSameAs(known);

        _counting.Requests.ShouldBe(before);
    }

    [Fact]
    public async Task LoadAsync_ReadsTheVersionAlone_WhenNothingChanged()
    {
        await SaveElsewhereAsync();
        var known = await _store.LoadAsync(Token);
        var before = _counting.Requests;

        (await _store.LoadAsync(Token)).ShouldBeSameAs(known);

        _counting.Requests.ShouldBe(before + 1);
    }

    [Fact]
    public async Task LoadAsync_SeesTheChange_WhenAnotherInstanceSaved()
    {
        var known = await _store.LoadAsync(Token);
        known.Baskets.ShouldNotContainKey(_name);
        await SaveElsewhereAsync();

        var changed = await _store.LoadAsync(Token);

        changed.Baskets.ShouldContainKey(_name);
        changed.Version.ShouldBe(known.Version + 1);
    }

    [Fact]
    public async Task LoadAsync_SeesTheChange_WhenTheNewVersionIsAskedFor()
    {
        var known = await _store.LoadAsync(Token);
        await SaveElsewhereAsync();

        (await _store.LoadAsync(known.Version + 1, Token)).Baskets.ShouldContainKey(_name);
    }

    [Fact]
    public async Task SaveAsync_KeepsThePagesWithExtendedHours_WhenRulesAskForThem()
    {
        await _store.SaveAsync(new Catalog([], new Dictionary<Symbol, string>(), new HashSet<string> { _name }), Token);

        (await new TableCatalogStore(TestStorage.TableSet()).LoadAsync(Token)).ExtendedPages.ShouldContain(_name);
    }

    private Task SaveElsewhereAsync() =>
        new TableCatalogStore(TestStorage.TableSet()).SaveAsync(
            new Catalog([new Basket(_name, [Symbol.Parse("T-CAT-100")], null)], new Dictionary<Symbol, string>()),
            Token
        );
}
