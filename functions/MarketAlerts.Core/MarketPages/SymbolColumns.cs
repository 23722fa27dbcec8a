using System.Runtime.InteropServices;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.MarketPages;

/// <summary>
/// What is known of the symbols of a page between two polls, column by column, so that detection runs over arrays. A row is a symbol's
/// place, never reused. <see cref="SymbolState"/> shows one row.
/// </summary>
public sealed class SymbolColumns : PriceColumns
{
    private readonly List<Symbol> _symbols = [];
    private readonly Dictionary<Symbol, int> _rows = [];
    private readonly List<DailyCloses> _closes = [];
    private readonly List<PriceTrail> _trails = [];

    /// <summary>The symbols, in the page's order.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>The same, for a loop over all of them.</summary>
    internal ReadOnlySpan<Symbol> SymbolsInOrder => CollectionsMarshal.AsSpan(_symbols);

    /// <summary>The closes of each symbol.</summary>
    public IReadOnlyList<DailyCloses> Closes => _closes;

    /// <summary>The recent path of each symbol.</summary>
    public IReadOnlyList<PriceTrail> Trails => _trails;

    /// <summary>The session of the last accepted quote (day number), 0 before any.</summary>
    public Column<int> Session { get; } = new(0);

    /// <summary>Market time of the last accepted quote, UTC ticks.</summary>
    public Column<long> QuoteTime { get; } = new(0);

    /// <summary>The usual volume of a whole session.</summary>
    public Column<double> UsualVolume { get; } = new(double.NaN);

    /// <summary>Market time of the last accepted quote outside the regular session, UTC ticks.</summary>
    public Column<long> ExtendedTime { get; } = new(0);

    /// <summary>The lowest <c>below</c> level told, in level units.</summary>
    public Column<double> ToldBelow { get; } = new(double.NaN);

    /// <summary>The highest <c>above</c> level told, in level units.</summary>
    public Column<double> ToldAbove { get; } = new(double.NaN);

    /// <summary>A price that waits for one more quote; NaN when none does.</summary>
    public Column<double> HeldPrice { get; } = new(double.NaN);

    /// <summary>Its market time, UTC ticks; 0 when none waits.</summary>
    public Column<long> HeldTime { get; } = new(0);

    /// <summary>
    /// New shares per old one that today's prices assume, 1 without a split; price rules wait while it is not 1 and unverified.
    /// </summary>
    public Column<double> SplitRatio { get; } = new(1);

    /// <summary>The session for which that ratio counts (day number), 0 for none.</summary>
    public Column<int> SplitDay { get; } = new(0);

    /// <summary>Whether the day's figures rest on something nobody confirmed.</summary>
    public Column<bool> Unverified { get; } = new(false);

    /// <summary>Whether price rules wait until they are in new shares. Not stored: the page's splits tell.</summary>
    public Column<bool> PriceRulesHeld { get; } = new(false);

    /// <summary>
    /// How many sources show the session's severe move: 2 when another one agreed, 1 when one was asked and did not, 0 when nobody was
    /// asked.
    /// </summary>
    public Column<byte> Sources { get; } = new(0);

    /// <summary>Since when trading is halted, UTC ticks; 0 while it is not.</summary>
    public Column<long> HaltedSince { get; } = new(0);

    /// <summary>The last verdict of the guards.</summary>
    public Column<VerdictReason> LastVerdict { get; } = new(VerdictReason.Accepted);

    /// <summary>The minute of the newest point of the recent path, whole minutes since 1970.</summary>
    public Column<double> TracedMinute { get; } = new(0);

    /// <summary>The price levels next to the told ones.</summary>
    public PriceLevels PriceLevels { get; } = new();

    /// <summary>The extremes of the running episodes.</summary>
    public EpisodeColumns Episodes { get; } = new();

    /// <summary>How many rows the columns have, with those that pad them.</summary>
    public int PaddedRows => Last.Padded.Length;

    /// <summary>The row of a symbol, or -1.</summary>
    public int RowOf(Symbol symbol) => _rows.GetValueOrDefault(symbol, -1);

    /// <summary>Makes room for symbols that were not there.</summary>
    public void Add(IReadOnlyCollection<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            _rows.Add(symbol, _symbols.Count);
            _symbols.Add(symbol);
        }

        _closes.AddRange(symbols.Select(_ => new DailyCloses()));
        _trails.AddRange(symbols.Select(_ => new PriceTrail()));
        Grow(_symbols.Count);
    }

    private void Grow(int rows)
    {
        GrowNumbers(rows);
        Session.Grow(rows);
        QuoteTime.Grow(rows);
        ExtendedTime.Grow(rows);
        HeldTime.Grow(rows);
        SplitDay.Grow(rows);
        Unverified.Grow(rows);
        PriceRulesHeld.Grow(rows);
        Sources.Grow(rows);
        HaltedSince.Grow(rows);
        LastVerdict.Grow(rows);
        Windows.Grow(rows);
        PriceLevels.Grow(rows);
        Episodes.Grow(rows);
    }

    private void GrowNumbers(int rows)
    {
        foreach (
            var prices in (Column<double>[])
                [
                    Last,
                    Open,
                    PreviousClose,
                    Volume,
                    UsualVolumeSoFar,
                    UsualDay,
                    UsualVolume,
                    BenchmarkMove,
                    PreMarketLast,
                    PreMarketBase,
                    AfterHoursLast,
                    AfterHoursBase,
                    ToldBelow,
                    ToldAbove,
                    SplitRatio,
                    HeldPrice,
                    TracedMinute,
                ]
        )
        {
            prices.Grow(rows);
        }
    }

    /// <summary>Notes between which levels (in level units) nothing was told of a symbol's price.</summary>
    public void Tell(int row, double below, double above)
    {
        (ToldBelow[row], ToldAbove[row]) = (below, above);
        (PriceLevels.Below[row], PriceLevels.Above[row]) = (below - 1, above + 1);
    }

    /// <summary>
    /// Restates what was told after a split: each old share became so many new ones. What was told stays told, the rest stays ahead.
    /// </summary>
    public void SplitTold(int row, double newSharesPerOld) =>
        Tell(
            row,
            Math.Round(ToldBelow[row] / newSharesPerOld, MidpointRounding.AwayFromZero),
            Math.Round(ToldAbove[row] / newSharesPerOld, MidpointRounding.AwayFromZero)
        );

    /// <summary>Has the wanted levels next to all prices and extremes looked up again: they are not stored.</summary>
    public void ForgetLevels()
    {
        for (var row = 0; row < _symbols.Count; row++)
        {
            Tell(row, ToldBelow[row], ToldAbove[row]);
        }

        Episodes.ForgetLevels();
    }

    /// <summary>Holds a price for one more quote.</summary>
    public void Hold(int row, double price, long time) => (HeldPrice[row], HeldTime[row]) = (price, time);

    /// <summary>Holds no price any more.</summary>
    public void Release(int row) => Hold(row, double.NaN, 0);

    /// <summary>Adds the last price to the recent path.</summary>
    public void Trace(int row, int minute)
    {
        _trails[row].Add(new TrailPoint(minute, (float)Last[row]));
        TracedMinute[row] = minute;
    }

    /// <summary>Computes the usual day and volume of a symbol anew, after its closes changed.</summary>
    public void CountCloses(int row)
    {
        UsualDay[row] = _closes[row].UsualDay();
        UsualVolume[row] = _closes[row].UsualVolume();
    }
}
