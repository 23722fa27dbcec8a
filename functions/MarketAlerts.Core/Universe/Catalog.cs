using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Universe;

/// <summary>What is watched: the baskets, and the page each symbol lives on. Never changed once made.</summary>
public sealed class Catalog
{
    private const int SectionsOfAPage = 8;
    private readonly Dictionary<Symbol, Basket[]> _basketsOf;
    private readonly Dictionary<string, Symbol[]> _symbolsOn;

    /// <summary>Makes a catalog; a symbol's page never changes, since its state and the rules on it lie there.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="pages">The page of each symbol.</param>
    /// <param name="extendedPages">The pages of which a rule asks for quotes before the open or after the close.</param>
    /// <param name="version">The stored version.</param>
    public Catalog(
        IEnumerable<Basket> baskets,
        IReadOnlyDictionary<Symbol, string> pages,
        IReadOnlySet<string>? extendedPages = null,
        long version = 0
    )
    {
        Baskets = new SortedDictionary<string, Basket>(baskets.ToDictionary(basket => basket.Name), StringComparer.Ordinal);
        Pages = pages;
        ExtendedPages = extendedPages ?? new HashSet<string>();
        Version = version;
        _basketsOf = Baskets
            .Values.SelectMany(basket => basket.Members, (basket, member) => (member, basket))
            .GroupBy(pair => pair.member, pair => pair.basket)
            .ToDictionary(group => group.Key, group => group.OrderBy(basket => basket.Members.Count).ToArray());
        PageNames = [.. pages.Values.Distinct().Order(StringComparer.Ordinal)];
        _symbolsOn = pages.GroupBy(pair => pair.Value, pair => pair.Key).ToDictionary(page => page.Key, WithBenchmarks);
    }

    /// <summary>Nothing watched.</summary>
    public static Catalog Empty { get; } = new([], new Dictionary<Symbol, string>());

    /// <summary>The baskets by name.</summary>
    public IReadOnlyDictionary<string, Basket> Baskets { get; }

    /// <summary>The page of each symbol.</summary>
    public IReadOnlyDictionary<Symbol, string> Pages { get; }

    /// <summary>The pages of which a rule asks for quotes before the open or after the close.</summary>
    public IReadOnlySet<string> ExtendedPages { get; }

    /// <summary>The feeds that are polled, by name.</summary>
    public IReadOnlyDictionary<string, Feed> Feeds { get; init; } = new Dictionary<string, Feed>();

    /// <summary>The news that rules ask for, by the target that is watched for it.</summary>
    public IReadOnlyDictionary<Target, NewsCondition> News { get; init; } = new Dictionary<Target, NewsCondition>();

    /// <summary>Names of companies beyond those that come along.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>The stored version; 0 before the first save.</summary>
    public long Version { get; }

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<string> PageNames { get; }

    /// <summary>The names rules may use.</summary>
    public RuleVocabulary Vocabulary => field ??= new RuleVocabulary(Pages.Keys.ToHashSet(), Baskets.Keys.ToHashSet());

    /// <summary>Whether a target is watched here; news of any topic can be.</summary>
    public bool Knows(Target target) =>
        target.Symbol is { } symbol ? Pages.ContainsKey(symbol) : target.IsTopic || Baskets.ContainsKey(target.Name);

    /// <summary>
    /// The symbols that are polled with a page, in order: those that live on it, then the benchmarks they are measured against.
    /// </summary>
    public IReadOnlyList<Symbol> SymbolsOn(string page) => _symbolsOn.GetValueOrDefault(page, []);

    /// <summary>
    /// Where the rules on a target lie: those on the symbols of a page on eight sections, which are read side by side where much is
    /// crossed; those on anything else by themselves. It never changes.
    /// </summary>
    public string SectionOf(Target target) =>
        target.Symbol is { } symbol
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Pages[symbol]}.{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(target.Name)) % SectionsOfAPage}"
            )
            : target.ToString();

    /// <summary>The baskets a symbol belongs to, the narrowest first.</summary>
    public IReadOnlyList<Basket> BasketsOf(Symbol symbol) => _basketsOf.GetValueOrDefault(symbol, []);

    /// <summary>The other members of a symbol's narrowest basket: who should move with it.</summary>
    public IEnumerable<Symbol> PeersOf(Symbol symbol) =>
        BasketsOf(symbol) is [var narrowest, ..] ? narrowest.Members.Where(member => member != symbol) : [];

    /// <summary>What a symbol's moves are measured against: the benchmark of its narrowest basket that has one, or null.</summary>
    public Symbol? BenchmarkOf(Symbol symbol)
    {
        foreach (var basket in BasketsOf(symbol))
        {
            if (basket.Benchmark is { } benchmark && benchmark != symbol)
            {
                return benchmark;
            }
        }

        return null;
    }

    private Symbol[] WithBenchmarks(IEnumerable<Symbol> onPage)
    {
        var own = onPage.Order().ToArray();
        return [.. own.Concat(own.Select(BenchmarkOf).OfType<Symbol>().Order()).Distinct()];
    }
}
