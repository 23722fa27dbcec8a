using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>A page of the production columns with its part of the rules, and the minute's values beside it.</summary>
internal sealed class OurPage
{
    private static readonly MetricId[] Moves = [MetricId.DayMove, MetricId.Move5m, MetricId.Move15m, MetricId.Move30m, MetricId.Move60m];
    private static readonly int[] PlaceOfMove =
    [
        .. Enumerable.Range(0, (int)MetricId.Halted + 1).Select(id => Array.IndexOf(Moves, (MetricId)id)),
    ];
    private static readonly Direction[] Directions = [Direction.Down, Direction.Up];

    private readonly SymbolColumns _symbols = new();
    private readonly Minute _minute;
    private readonly Dictionary<(MetricId, Direction), float[]> _values = [];

    private OurPage(RuleRegistration book, Minute minute, int first, LevelIndex levels)
    {
        (_minute, First, Levels) = (minute, first, levels);
        _symbols.Add([.. Tickers.All.Skip(first).Take(MarketPlan.SymbolsPerPage)]);
        foreach (var metric in Moves)
        {
            foreach (var direction in Directions)
            {
                var stream = StreamOf(metric, direction);
                _values[(metric, direction)] =
                [
                    .. Rows.Select(row => (float)minute.Now[At(row, stream)]),
                    .. Enumerable.Repeat(float.NaN, _symbols.PaddedRows - MarketPlan.SymbolsPerPage),
                ];
            }
        }

        foreach (var row in Rows)
        {
            _symbols.Last[row] = minute.Now[At(row, Streams.Above)] / (double)Level.Scale;
            _symbols.Windows.SecondOfDay[row] = 1;
        }
    }

    /// <summary>The number of its first symbol.</summary>
    public int First { get; }

    /// <summary>Its levels.</summary>
    public LevelIndex Levels { get; }

    private static IEnumerable<int> Rows => Enumerable.Range(0, MarketPlan.SymbolsPerPage);

    /// <summary>All pages.</summary>
    public static IEnumerable<OurPage> All(RuleRegistration book, Minute minute) =>
        Enumerable
            .Range(0, Tickers.Count / MarketPlan.SymbolsPerPage)
            .Select(page => page * MarketPlan.SymbolsPerPage)
            .Select(first => new OurPage(book, minute, first, IndexOf(WantedOf(book, first), first)));

    /// <summary>The levels of the page that begins with a symbol, as they are stored.</summary>
    public static WantedLevels WantedOf(RuleRegistration book, int first)
    {
        var wanted = new WantedLevels();
        foreach (var row in Rows)
        {
            var target = Target.OfSymbol(Tickers.All[first + row]);
            wanted.Restore(target, MetricId.Price, Direction.Up, LevelsOf(book, first + row, Streams.Above));
            wanted.Restore(
                target,
                MetricId.Price,
                Direction.Down,
                [.. LevelsOf(book, first + row, Streams.Below).Reverse().Select(level => -level)]
            );
            foreach (var metric in Moves)
            {
                foreach (var direction in Directions)
                {
                    wanted.Restore(target, metric, direction, LevelsOf(book, first + row, StreamOf(metric, direction)));
                }
            }
        }

        return wanted;
    }

    /// <summary>The index of a page's levels.</summary>
    public static LevelIndex IndexOf(WantedLevels wanted, int first) =>
        LevelIndex.Build([.. Tickers.All.Skip(first).Take(MarketPlan.SymbolsPerPage)], wanted, Catalog.Empty);

    /// <summary>The stream of a move within a symbol's.</summary>
    public static int StreamOf(MetricId metric, Direction direction) =>
        (direction is Direction.Down ? Streams.FirstFall : Streams.FirstRise) + PlaceOfMove[(int)metric];

    /// <summary>Back to the extremes before the minute; the nearest levels are known, as after any poll before.</summary>
    public void Reset()
    {
        foreach (var row in Rows)
        {
            _symbols.ToldAbove[row] = _minute.Before[At(row, Streams.Above)];
            _symbols.ToldBelow[row] = -_minute.Before[At(row, Streams.Below)];
            _symbols.PriceLevels.Above[row] = Levels.Around(row, MetricId.Price, Direction.Up, (long)_symbols.ToldAbove[row]).Above;
            _symbols.PriceLevels.Below[row] = Levels
                .Around(row, MetricId.Price, Direction.Down, (long)_symbols.ToldBelow[row] - 1)
                .AtOrBelow;
            foreach (var metric in Moves)
            {
                foreach (var direction in Directions)
                {
                    ResetMove(row, metric, direction);
                }
            }
        }
    }

    /// <summary>Notes which levels the minute's values cross.</summary>
    public void Match(List<PendingCrossing> crossings)
    {
        foreach (var metric in Moves)
        {
            foreach (var direction in Directions)
            {
                DetectorOf(metric, direction).Match(_values[(metric, direction)], crossings);
            }
        }

        new PriceDetector(_symbols, Levels).Match(crossings);
    }

    private static long[] LevelsOf(RuleRegistration book, int symbol, int stream) =>
        book.Levels[book.Starts[(symbol * Streams.PerSymbol) + stream]..book.Starts[(symbol * Streams.PerSymbol) + stream + 1]];

    private void ResetMove(int row, MetricId metric, Direction direction)
    {
        var column = _symbols.Episodes[SymbolMetrics.IndexOf(metric), direction];
        var before = _minute.Before[At(row, StreamOf(metric, direction))];
        column.Extreme[row] = before;
        column.HalfSince[row] = 0;
        var (reached, above) = Levels.Around(row, metric, direction, before);
        (column.LevelReached[row], column.NextLevel[row]) = ((float)reached, (float)above);
    }

    private EpisodeDetector DetectorOf(MetricId metric, Direction direction) =>
        new(
            SymbolMetrics.Find(metric)!,
            direction,
            _symbols.Episodes[SymbolMetrics.IndexOf(metric), direction],
            _symbols.Windows.SecondOfDay.Padded,
            Levels
        );

    private int At(int row, int stream) => ((First + row) * Streams.PerSymbol) + stream;
}
