using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>
/// Two sessions of random walks, every quote of which is accepted: a step stays below 5 %, or all chips crash together. The last symbol,
/// SPY, is their benchmark. Polls are a minute apart, now and then some are missed; not every symbol has a new quote in each.
/// </summary>
internal sealed class RandomDay
{
    private readonly Random _random;
    private readonly bool _crashes;

    public RandomDay(int seed, bool crashes = true)
    {
        _random = new Random(seed);
        _crashes = crashes;
        Symbols = [.. Enumerable.Range(0, _random.Next(1, 20)).Select(number => Given.Sym($"S{number:D2}")), Given.Sym("SPY")];
        Chips = new Basket("chips", [.. Symbols.SkipLast(1)], null, Given.Sym("SPY"));
        Closes = Symbols.ToDictionary(symbol => symbol, _ => HistoryOf());
        Wanted = [.. Symbols.SelectMany(WantedOf)];
        Polls = [.. PollsOf().Where(poll => poll.Length > 0)];
    }

    public Symbol[] Symbols { get; }

    public Basket Chips { get; }

    /// <summary>21 closes of each symbol, or fewer: then it has no usual day.</summary>
    public IReadOnlyDictionary<Symbol, (double Close, float Volume)[]> Closes { get; }

    public IReadOnlyList<(Symbol Symbol, MetricId Metric, Direction Direction, long[] Levels)> Wanted { get; }

    public IReadOnlyList<Quote[]> Polls { get; }

    /// <summary>A page of the symbols that knows their closes and what is wanted.</summary>
    public PageRun Start() => Start(Symbols);

    /// <summary>A page of some of the symbols.</summary>
    public PageRun Start(params Symbol[] symbols)
    {
        var run = new PageRun(new MarketPage("p0000"), Chips);
        run.Page.Include(symbols);
        foreach (var state in run.Page.Symbols)
        {
            state.RestoreCloses(new DateOnly(2025, 1, 24), Closes[state.Symbol]);
        }

        foreach (var (symbol, metric, direction, levels) in Wanted)
        {
            run.Want(symbol.Text, metric, direction, levels);
        }

        return run;
    }

    public T[] Shuffle<T>(T[] values)
    {
        var shuffled = values.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    public static DateOnly SessionOf(Quote quote) => MarketCalendar.DateOf(quote.MarketTime);

    private (double, float)[] HistoryOf()
    {
        var unknown = _random.Next(4) is 0;
        return
        [
            .. Enumerable
                .Range(0, unknown ? 12 : 21)
                .Select(_ => (Math.Round(100 + (_random.NextDouble() * 6), 2), _random.Next(1, 5) * 1e6f)),
        ];
    }

    private IEnumerable<(Symbol, MetricId, Direction, long[])> WantedOf(Symbol symbol) =>
        from metric in SymbolMetrics.All.Select(known => known.Id).Append(MetricId.Price)
        from direction in new[] { Direction.Down, Direction.Up }
        where _random.Next(3) > 0
        select (symbol, metric, direction, Enumerable.Range(0, _random.Next(1, 6)).Select(_ => LevelOf(metric)).Distinct().ToArray());

    private long LevelOf(MetricId metric) =>
        metric switch
        {
            MetricId.Price => _random.Next(60, 140) * 10_000L,
            MetricId.Tier => _random.Next(1, 3) * 10_000L,
            _ => _random.Next(1, 40) * 2_500L,
        };

    private IEnumerable<Quote[]> PollsOf()
    {
        var last = Symbols.ToDictionary(symbol => symbol, _ => 103.0);
        foreach (var open in (DateTimeOffset[])[Given.At("14:30"), Given.Utc("2025-01-28T14:30Z")])
        {
            var closes = last.ToDictionary();
            var opens = last.ToDictionary(pair => pair.Key, pair => _random.Next(5) is 0 ? null : (double?)StepFrom(pair.Value, 2));
            var volumes = Symbols.ToDictionary(symbol => symbol, _ => 0L);
            var now = open;
            for (var poll = 0; poll < 40; poll++)
            {
                now = now.AddMinutes(_random.Next(12) is 0 ? _random.Next(2, 25) : 1);
                var crash = _crashes && Chips.Members.Count > 2 && _random.Next(15) is 0 ? (_random.Next(2) is 0 ? -1 : 1) : 0;
                yield return [.. Symbols.Where(_ => crash is not 0 || _random.Next(5) > 0).Select(symbol => QuoteOf(symbol, crash))];
            }

            Quote QuoteOf(Symbol symbol, int crash)
            {
                last[symbol] =
                    crash is not 0 && symbol.Text is not "SPY"
                        ? Math.Round(last[symbol] * (1 + (crash * _random.Next(60, 130) / 1_000.0)), 4)
                        : StepFrom(last[symbol], _random.Next(6) is 0 ? 4.8 : 1.2);
                volumes[symbol] += _random.Next(200_000);
                return new Quote(
                    symbol,
                    now.AddSeconds(_random.Next(40)),
                    last[symbol],
                    opens[symbol],
                    null,
                    null,
                    closes[symbol],
                    volumes[symbol]
                );
            }
        }
    }

    private double StepFrom(double price, double percent) =>
        Math.Round(price * (1 + (((_random.NextDouble() * 2) - 1) * percent / 100)), 4);
}
