using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.MarketPages;

/// <summary>
/// Up to 500 symbols that are polled, judged and stored together, with what an earlier poll detected and has not published yet.
/// </summary>
/// <param name="name">The page's name, such as <c>p0000</c>.</param>
/// <param name="columns">The states of its symbols, in stored order: append, never reorder.</param>
public sealed class MarketPage(string name, SymbolColumns columns)
{
    private (Catalog? Catalog, int[] Rows) _benchmarks = (null, []);

    /// <summary>A page without symbols.</summary>
    public MarketPage(string name)
        : this(name, new SymbolColumns()) { }

    /// <summary>The page's name.</summary>
    public string Name { get; } = name;

    /// <summary>The states, column by column.</summary>
    public SymbolColumns Columns { get; } = columns;

    /// <summary>The states, row by row.</summary>
    public IEnumerable<SymbolState> Symbols => Enumerable.Range(0, Columns.Symbols.Count).Select(row => new SymbolState(Columns, row));

    /// <summary>Crossings saved with the state and not yet published.</summary>
    public List<PendingCrossing> Pending { get; } = [];

    /// <summary>Rules added inside a range already passed.</summary>
    public List<LateRule> LateRules { get; } = [];

    /// <summary>The splits it took of late.</summary>
    public List<TakenSplit> Splits { get; } = [];

    /// <summary>The poll that made this state, or null before the first.</summary>
    public DateTimeOffset? Poll { get; set; }

    /// <summary>When that poll saw its quotes.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>How late the source of those quotes says that they are.</summary>
    public TimeSpan DeclaredDelay { get; set; }

    /// <summary>Up to when halts, resumptions and splits were taken.</summary>
    public DateTimeOffset ListingEventsUntil { get; set; }

    /// <summary>For which session the history of daily closes was looked at, or null before the first time ...</summary>
    public DateOnly? HistoryReadFor { get; set; }

    /// <summary>... and for how many of the symbols, in their order: those that joined later still are to be looked up.</summary>
    public int HistoryReadRows { get; set; }

    /// <summary>The version of the wanted levels the state knows.</summary>
    public long LevelsVersion { get; set; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; set; }

    /// <summary>The state of a symbol, or null when it is not on this page.</summary>
    public SymbolState? Find(Symbol symbol) => Columns.RowOf(symbol) is >= 0 and var row ? new SymbolState(Columns, row) : null;

    /// <summary>The row of each symbol's benchmark, -1 for none.</summary>
    public ReadOnlySpan<int> BenchmarkRows(Catalog catalog)
    {
        if (_benchmarks.Catalog != catalog || _benchmarks.Rows.Length != Columns.Symbols.Count)
        {
            _benchmarks = (
                catalog,
                [.. Columns.Symbols.Select(symbol => catalog.BenchmarkOf(symbol) is { } benchmark ? Columns.RowOf(benchmark) : -1)]
            );
        }

        return _benchmarks.Rows;
    }

    /// <summary>Holds the price rules of the symbols with a split for which they wait, and of no others.</summary>
    public void HoldPriceRules()
    {
        Columns.PriceRulesHeld.Values.Clear();
        foreach (
            var row in Splits.Where(taken => taken.RulesWait).Select(taken => Columns.RowOf(taken.Split.Symbol)).Where(row => row >= 0)
        )
        {
            Columns.PriceRulesHeld[row] = true;
        }
    }

    /// <summary>Notes that it was asked to rescale the rules for some splits.</summary>
    public void NoteAsked(IEnumerable<TakenSplit> asked, DateTimeOffset now)
    {
        foreach (var taken in asked.ToArray())
        {
            Splits[Splits.IndexOf(taken)] = taken with { AskedAt = now };
        }
    }

    /// <summary>Lets the price rules of a symbol go on: they are in new shares.</summary>
    public void Release(Symbol symbol, DateOnly day)
    {
        var index = Splits.FindIndex(taken => taken.Is(symbol, day));
        Splits[index] = Splits[index] with { RulesWait = false };
        HoldPriceRules();
    }

    /// <summary>Makes room for symbols that joined the page since it was stored.</summary>
    public void Include(IEnumerable<Symbol> wanted) => Columns.Add([.. wanted.Where(symbol => Columns.RowOf(symbol) < 0)]);
}

/// <summary>A detected crossing as it is saved with the state: 24 bytes packed.</summary>
/// <param name="SymbolIndex">The symbol's place on its page (0 for a basket).</param>
/// <param name="Crossing">What moved; for a late rule both ends are its level.</param>
/// <param name="LateSubscription">For a late rule the hash of its subscriber and text, else null.</param>
public readonly record struct PendingCrossing(ushort SymbolIndex, Crossing Crossing, long? LateSubscription);

/// <summary>
/// A split that a page took. It is kept a while, so that the same one told again, by another source or after a restart, is taken once.
/// </summary>
/// <param name="Split">The split.</param>
/// <param name="RulesWait">Whether price rules on the symbol still are in old shares: until they are rescaled none of them fires.</param>
/// <param name="AskedAt">When it was last asked to rescale them, or null before.</param>
public sealed record TakenSplit(ShareSplit Split, bool RulesWait, DateTimeOffset? AskedAt)
{
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>Whether to ask for it now: at once, and again when nobody did it for a while.</summary>
    public bool IsToBeAskedAt(DateTimeOffset now) => RulesWait && !(now - AskedAt < AskedAgainAfter);

    /// <summary>Whether it is the split of a symbol on a day.</summary>
    public bool Is(Symbol symbol, DateOnly day) => Split.Symbol == symbol && Split.Day == day;
}

/// <summary>
/// A rule that was added inside a range already passed this session. It fires when the previous accepted quote was short of the level and
/// this one reaches it, once, for its subscriber alone; it ends with the session.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">The level, in level units.</param>
/// <param name="Session">The session it was added in.</param>
/// <param name="SubscriptionHash">Whose: the hash of subscriber and rule.</param>
public sealed record LateRule(Symbol Symbol, MetricId Metric, Direction Direction, long Level, DateOnly Session, long SubscriptionHash);
