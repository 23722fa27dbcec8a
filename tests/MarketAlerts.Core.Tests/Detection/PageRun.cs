using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>One page from poll to poll: what is wanted of it, and the detector with its defaults.</summary>
internal sealed class PageRun
{
    private readonly PageDetector _detector;
    private readonly WantedLevels _wanted = new();
    private LevelIndex? _levels;

    public PageRun(MarketPage page, params Basket[] baskets)
    {
        Page = page;
        Catalog = Given.Catalog(baskets);
        _detector = new PageDetector(Given.Calendar, Guards, Given.Thresholds, Given.Volumes);
    }

    public PageRun(string symbols, params Basket[] baskets)
        : this(new MarketPage("p0000"), baskets) => Page.Include(Given.Syms(symbols));

    public GuardOptions Guards { get; } = new();

    public MarketPage Page { get; }

    public SymbolColumns Columns => Page.Columns;

    public Catalog Catalog { get; private set; }

    public TimeSpan DeclaredDelay { get; set; }

    /// <summary>Whether there is a second source, which was asked about everybody.</summary>
    public bool HasSecond { get; set; }

    /// <summary>The verdicts of the last poll.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; private set; } = [];

    /// <summary>The state of the first symbol.</summary>
    public SymbolState First => Page.Symbols.First();

    /// <summary>Asks for levels of a symbol, in level units.</summary>
    public PageRun Want(string symbol, MetricId metric, Direction direction, params long[] levels) =>
        Want(Target.OfSymbol(Given.Sym(symbol)), metric, direction, levels);

    /// <summary>Asks for levels of a target, in level units.</summary>
    public PageRun Want(Target target, MetricId metric, Direction direction, params long[] levels)
    {
        _wanted.Add(target, metric, direction, levels);
        _levels = null;
        Columns.ForgetLevels();
        return this;
    }

    /// <summary>Other baskets from now on, as a newer catalog says.</summary>
    public PageRun Regroup(params Basket[] baskets)
    {
        (Catalog, _levels) = (Given.Catalog(baskets), null);
        return this;
    }

    /// <summary>A poll at the time of its newest quote; returns what it published.</summary>
    public PendingCrossing[] Poll(params Quote[] quotes) => PollAt(quotes.Max(quote => quote.MarketTime), quotes);

    /// <summary>A poll with a second source at hand.</summary>
    public PendingCrossing[] PollWith(Quote second, params Quote[] quotes) => PollAt(quotes.Max(quote => quote.MarketTime), quotes, second);

    public PendingCrossing[] PollAt(DateTimeOffset now, IReadOnlyList<Quote> quotes, params Quote[] second)
    {
        Verdicts = _detector.Detect(PollOf(now, quotes, second));
        var crossings = Page.Pending.ToArray();
        Page.Pending.Clear();
        return crossings;
    }

    /// <summary>The symbols a second source would be asked about.</summary>
    public IReadOnlyList<Symbol> Doubtful(params Quote[] quotes) =>
        _detector.Doubtful(PollOf(quotes.Max(quote => quote.MarketTime), quotes, []));

    /// <summary>The verdict about one quote of the first symbol: polls it, and says what became of it.</summary>
    public VerdictReason Judge(Quote quote, params Quote[] others)
    {
        Poll([quote, .. others]);
        return Verdicts
            .Where(verdict => verdict.Symbol == quote.Symbol)
            .Select(verdict => verdict.Reason)
            .DefaultIfEmpty(First.LastVerdict)
            .First();
    }

    /// <summary>Takes listing events as a poll would.</summary>
    public PendingCrossing[] Announce(params ListingEvent[] events)
    {
        ListingEvents.Take(Page, events, Levels);
        var crossings = Page.Pending.ToArray();
        Page.Pending.Clear();
        return crossings;
    }

    /// <summary>The levels that are wanted of what crossed.</summary>
    public long[] LevelsOf(PendingCrossing pending) =>
        Levels.LevelsOf(pending.SymbolIndex, pending.Crossing.Metric, pending.Crossing.Direction).ToArray();

    private LevelIndex Levels => _levels ??= LevelIndex.Build(Columns.Symbols, _wanted, Catalog);

    private PagePoll PollOf(DateTimeOffset now, IReadOnlyList<Quote> quotes, IReadOnlyList<Quote> second) =>
        new(Page, quotes, second, Levels, Catalog, now, DeclaredDelay) { Asked = HasSecond ? Columns.Symbols : [] };
}
