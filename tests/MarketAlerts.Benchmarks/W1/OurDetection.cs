using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>The production detector: 20 pages of 500 symbols, all guards and all metrics, one <c>Detect</c> a page and poll.</summary>
internal sealed class OurDetection : IContender, IFullMetrics
{
    private static readonly DateTimeOffset Open = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Before = new(2025, 1, 24);
    private static readonly MetricId[] Metrics =
    [
        MetricId.DayMove,
        MetricId.OpenMove,
        MetricId.Gap,
        MetricId.Surprise,
        MetricId.Tier,
        MetricId.Volume,
        MetricId.Relative,
        MetricId.Move5m,
        MetricId.Move15m,
        MetricId.Move30m,
        MetricId.Move60m,
    ];

    private readonly MarketDay _day;
    private readonly Catalog _catalog = Catalog();
    private readonly PageDetector _detector;
    private readonly Quote[][][] _quotes;
    private MarketPage[] _pages = [];

    public OurDetection(MarketDay day)
    {
        _day = day;
        _detector = new PageDetector(
            new MarketCalendar(CalendarData.RulesAlone(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31))),
            new GuardOptions(),
            new ThresholdOptions(),
            CurveOf(day)
        );
        _quotes = [.. Enumerable.Range(0, MarketDay.Polls).Select(QuotesOf)];
    }

    public string Name => "MarketAlerts";

    public ContenderKind Kind => ContenderKind.Ours;

    public string Question => FullMetrics.Question;

    public int UnitsPerRun => MarketDay.Polls;

    /// <summary>The pages as the last run left them.</summary>
    public IReadOnlyList<MarketPage> Pages => _pages;

    public void Prepare() => _pages = [.. _catalog.PageNames.Select(PageOf)];

    public void RunOnce()
    {
        for (var poll = 0; poll < MarketDay.Polls; poll++)
        {
            RunPoll(poll);
        }
    }

    /// <summary>One poll of all pages.</summary>
    public void RunPoll(int poll)
    {
        var now = Open.AddMinutes(poll).AddSeconds(1);
        for (var page = 0; page < _pages.Length; page++)
        {
            _detector.Detect(new PagePoll(_pages[page], _quotes[poll][page], [], LevelIndex.Empty, _catalog, now, TimeSpan.Zero));
        }
    }

    public long Answer() => ExtremeSum.Of(this);

    public long Extreme(int metric, Direction direction, int symbol)
    {
        var (page, row) = Math.DivRem(symbol, MarketPlan.SymbolsPerPage);
        return (long)_pages[page].Columns.Episodes.Extremes(Metrics[metric], direction)[row];
    }

    private static Catalog Catalog()
    {
        var starts = MarketPlan.BasketStarts;
        var baskets = starts.Zip(
            starts.Skip(1),
            (from, before) => new Basket($"b{from:D5}", [.. Tickers.All.Skip(from).Take(before - from)], null, Tickers.All[from])
        );
        return new Catalog(
            baskets,
            Tickers
                .All.Select((symbol, number) => (symbol, number))
                .ToDictionary(pair => pair.symbol, pair => MarketPlan.PageOf(pair.number))
        );
    }

    private static VolumeCurve CurveOf(MarketDay day)
    {
        (int, double)[] points = [.. day.Share.Select((share, minute) => (minute, share)), (MarketDay.Polls, 1)];
        return new VolumeCurve(points, points);
    }

    private MarketPage PageOf(string name, int page)
    {
        // The rows lie as the day's numbers do, so that every contender sees the same symbols together.
        var made = new MarketPage(name);
        made.Include(Tickers.All.Skip(page * MarketPlan.SymbolsPerPage).Take(MarketPlan.SymbolsPerPage));
        for (var row = 0; row < MarketPlan.SymbolsPerPage; row++)
        {
            var symbol = (page * MarketPlan.SymbolsPerPage) + row;
            made.Columns.Closes[row].Restore(Before, _day.Closes[symbol].Select(close => (close, (float)_day.AverageVolume[symbol])));
            made.Columns.CountCloses(row);
        }

        return made;
    }

    private Quote[][] QuotesOf(int poll) =>
        [
            .. Enumerable
                .Range(0, Tickers.Count)
                .Select(symbol => new Quote(
                    Tickers.All[symbol],
                    Open.AddMinutes(poll),
                    _day.Prices[poll][symbol],
                    null,
                    null,
                    null,
                    _day.PreviousClose[symbol],
                    (long)_day.Volumes[poll][symbol]
                ))
                .Chunk(MarketPlan.SymbolsPerPage),
        ];
}
