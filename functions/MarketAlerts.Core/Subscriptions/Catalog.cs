using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>What is watched: the baskets, and the page each symbol lives on.</summary>
public sealed class Catalog
{
    private readonly Dictionary<Symbol, Basket[]> _basketsOf;

    /// <summary>Makes a catalog; a symbol's page never moves within a session.</summary>
    public Catalog(IEnumerable<Basket> baskets, IReadOnlyDictionary<Symbol, string> pages)
    {
        Baskets = new SortedDictionary<string, Basket>(baskets.ToDictionary(basket => basket.Name), StringComparer.Ordinal);
        Pages = pages;
        _basketsOf = Baskets.Values
            .SelectMany(basket => basket.Members, (basket, member) => (member, basket))
            .GroupBy(pair => pair.member, pair => pair.basket)
            .ToDictionary(group => group.Key, group => group.ToArray());
        PageNames = [.. pages.Values.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Nothing watched.</summary>
    public static Catalog Empty { get; } = new([], new Dictionary<Symbol, string>());

    /// <summary>The baskets by name.</summary>
    public IReadOnlyDictionary<string, Basket> Baskets { get; }

    /// <summary>The page of each symbol.</summary>
    public IReadOnlyDictionary<Symbol, string> Pages { get; }

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<string> PageNames { get; }

    /// <summary>The names rules may use.</summary>
    public RuleVocabulary Vocabulary => field ??= new RuleVocabulary(Pages.Keys.ToHashSet(), Baskets.Keys.ToHashSet());

    /// <summary>The symbols of a page, in order.</summary>
    public IReadOnlyList<Symbol> SymbolsOn(string page) => [.. Pages.Where(pair => pair.Value == page).Select(pair => pair.Key).Order()];

    /// <summary>The baskets a symbol belongs to.</summary>
    public IReadOnlyList<Basket> BasketsOf(Symbol symbol) => _basketsOf.GetValueOrDefault(symbol, []);

    /// <summary>The other members of a symbol's narrowest basket: who should move with it.</summary>
    public IEnumerable<Symbol> PeersOf(Symbol symbol) =>
        BasketsOf(symbol).MinBy(basket => basket.Members.Count)?.Members.Where(member => member != symbol) ?? [];
}
