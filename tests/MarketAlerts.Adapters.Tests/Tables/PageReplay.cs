using System.Globalization;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Runs polls through detection, with or without storing and reading the page after each.</summary>
internal sealed class PageReplay
{
    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)));

    private static readonly Catalog Baskets = new(
        [
            new Basket("four", RandomMarket.Symbols[..4], null, RandomMarket.Symbols[^1]),
            new Basket("three", RandomMarket.Symbols[4..7], null),
        ],
        RandomMarket.Symbols.ToDictionary(symbol => symbol, _ => "p0000")
    );

    private readonly LevelIndex _levels;
    private readonly PageDetector _detector;
    private MarketPage _page;

    public PageReplay(ulong seed)
    {
        _detector = new PageDetector(Calendar, new GuardOptions(), new ThresholdOptions(), VolumeCurveFile.Read(new VolumeOptions()));
        _levels = LevelIndex.Build(RandomMarket.Symbols, Wanted(new Dice(seed)), Baskets);
        _page = new MarketPage("p0000");
        _page.Include(RandomMarket.Symbols);
        var dice = new Dice(seed);
        foreach (var state in _page.Symbols.Skip(1)) // The first has no history.
        {
            state.RestoreCloses(
                new DateOnly(2025, 1, 23),
                Enumerable.Range(0, 25).Select(_ => (50 + (dice.Below(900) / 100.0), (float)dice.Below(90_000_000)))
            );
        }

        foreach (var symbol in RandomMarket.Symbols)
        {
            var (metric, direction) = (dice.Of(MetricId.DayMove, MetricId.Move15m, MetricId.Price), dice.Of(Direction.Down, Direction.Up));
            _page.LateRules.Add(new LateRule(symbol, metric, direction, dice.Below(60_000), new DateOnly(2025, 1, 27), dice.Below(9)));
        }
    }

    /// <summary>What one poll gave: its verdicts and crossings, and the page's bytes after it.</summary>
    public (string Detected, byte[] Bytes) Take(RandomPoll poll, bool restart)
    {
        ListingEvents.Take(_page, poll.Events, _levels);
        var verdicts = _detector.Detect(new PagePoll(_page, poll.Quotes, [], _levels, Baskets, poll.Now, TimeSpan.Zero));
        var detected = string.Join('\n', [poll.Now.ToString("O", CultureInfo.InvariantCulture), .. verdicts, .. _page.Pending]);
        _page.Pending.Clear();
        var bytes = PagePacker.Pack(_page.Columns);
        if (restart)
        {
            var read = new MarketPage(_page.Name, PagePacker.Unpack(bytes)) { ListingEventsUntil = _page.ListingEventsUntil };
            read.LateRules.AddRange(_page.LateRules);
            read.Splits.AddRange(_page.Splits);
            read.HoldPriceRules();
            _page = read;
        }

        return (detected, bytes);
    }

    private static WantedLevels Wanted(Dice dice)
    {
        var wanted = new WantedLevels();
        foreach (var target in RandomMarket.Symbols.Select(Target.OfSymbol).Concat([Target.OfAnyIn("four"), Target.OfAnyIn("three")]))
        {
            foreach (var metric in Enum.GetValues<MetricId>())
            {
                var scale =
                    metric is MetricId.Price ? 1_000_000
                    : metric is MetricId.Tier or MetricId.Halted ? 20_000
                    : 100_000;
                wanted.Add(
                    target,
                    metric,
                    dice.Of(Direction.Down, Direction.Up),
                    Enumerable.Range(0, dice.Below(8)).Select(_ => 1L + dice.Below(scale)).ToArray()
                );
            }
        }

        return wanted;
    }
}
