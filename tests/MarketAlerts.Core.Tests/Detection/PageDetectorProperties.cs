using FsCheck.Xunit;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Testing.Quotes;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>What holds for any two sessions of any page; a failing case is the seed of its random walks.</summary>
public sealed class PageDetectorProperties
{
    private static readonly MetricId[] SessionMetrics =
    [
        .. SymbolMetrics
            .All.Where(metric => metric.EpisodeEnd is EpisodeEnd.Session && metric.Part is SessionPart.Regular)
            .Select(metric => metric.Id),
    ];

    [Property(MaxTest = 60)]
    public void Detect_AgreesWithTheTextbook_ForAnyDay(int seed)
    {
        var day = new RandomDay(seed);
        var run = day.Start();
        var naive = day.Symbols.Select(symbol => new NaiveSymbol(symbol, day.Closes[symbol])).ToArray();
        foreach (var poll in day.Polls)
        {
            var found = run.Poll(poll).OrderBy(Key).ToArray();

            // ShouldAllBe would compile its expression at every poll.
            run.Verdicts.Where(verdict => verdict.Kind != VerdictKind.Accept).ShouldBeEmpty($"seed {seed}");
            found.ShouldBe(Expected(day, naive, poll).OrderBy(Key).ToArray(), $"seed {seed}");
        }

        foreach (var (state, symbol) in run.Page.Symbols.Zip(naive))
        {
            foreach (var metric in SymbolMetrics.All)
            {
                state
                    .ExtremeOf(metric.Id, Direction.Down)
                    .ShouldBe(symbol.ExtremeOf(metric.Id, Direction.Down), $"{metric.Id}, seed {seed}");
                state.ExtremeOf(metric.Id, Direction.Up).ShouldBe(symbol.ExtremeOf(metric.Id, Direction.Up), $"{metric.Id}, seed {seed}");
            }
        }
    }

    [Property(MaxTest = 30)]
    public void Detect_MovesExtremesOnlyOutwards_WithinASession(int seed)
    {
        var day = new RandomDay(seed);
        var run = day.Start();
        var before = new Dictionary<(Symbol, MetricId, Direction), (DateOnly? Session, long Extreme)>();
        foreach (var poll in day.Polls)
        {
            run.Poll(poll);
            foreach (var (state, metric, direction) in Streams(run))
            {
                var key = (state.Symbol, metric, direction);
                var now = (state.Session, state.ExtremeOf(metric, direction));
                if (before.TryGetValue(key, out var known) && known.Session == now.Session)
                {
                    now.Item2.ShouldBeGreaterThanOrEqualTo(known.Extreme, $"{key}, seed {seed}");
                }

                before[key] = now;
            }
        }
    }

    [Property(MaxTest = 30)]
    public void Detect_FiresALevelOnce_WithinASession(int seed)
    {
        var day = new RandomDay(seed);
        var run = day.Start();
        var wanted = day.Wanted.ToDictionary(row => (row.Symbol, row.Metric, row.Direction), row => row.Levels);
        var fired = new HashSet<(DateOnly, Symbol, MetricId, Direction, long)>();
        foreach (var poll in day.Polls)
        {
            foreach (var pending in run.Poll(poll).Where(pending => SessionMetrics.Contains(pending.Crossing.Metric)))
            {
                var (symbol, crossing) = (day.Symbols[pending.SymbolIndex], pending.Crossing);
                foreach (var level in wanted[(symbol, crossing.Metric, crossing.Direction)].Where(crossing.Levels.Contains))
                {
                    fired
                        .Add((RandomDay.SessionOf(poll[0]), symbol, crossing.Metric, crossing.Direction, level))
                        .ShouldBeTrue($"{symbol} {crossing} {level}, seed {seed}");
                }
            }
        }
    }

    [Property(MaxTest = 30)]
    public void Detect_FindsTheSame_InWhateverOrderTheQuotesCome(int seed)
    {
        var day = new RandomDay(seed);
        var (ordered, shuffled) = (day.Start(), day.Start());
        foreach (var poll in day.Polls)
        {
            shuffled.Poll(day.Shuffle(poll)).ShouldBe(ordered.Poll(poll), $"seed {seed}");
        }
    }

    // Of session metrics that look at one symbol alone: what it is measured against, and the peers that confirm a crash, come with the
    // poll.
    [Property(MaxTest = 30)]
    public void Detect_FindsTheSame_WhetherQuotesComeTogetherOrOneByOne(int seed)
    {
        var day = new RandomDay(seed, crashes: false);
        var (together, single) = (day.Start(), day.Start());
        var alone = SessionMetrics.Except([MetricId.Relative]).Append(MetricId.Price).ToArray();
        foreach (var poll in day.Polls)
        {
            var now = poll.Max(quote => quote.MarketTime);
            var oneByOne = poll.SelectMany(quote => single.PollAt(now, [quote]))
                .Where(pending => alone.Contains(pending.Crossing.Metric))
                .OrderBy(Key)
                .ToArray();
            var atOnce = together.PollAt(now, poll).Where(pending => alone.Contains(pending.Crossing.Metric)).OrderBy(Key).ToArray();

            oneByOne.ShouldBe(atOnce, $"seed {seed}");
        }
    }

    // A halt that lies ahead says nothing of a quote, but takes it off the plain ones: the guard judges each quote of the pages of one
    // symbol, and none of the whole page that is plain. Lows and highs count after missed polls, one row of a block at a time.
    [Property(MaxTest = 60)]
    public void Detect_TakesPlainQuotesTogether_AsItTakesThemOneByOne(int seed)
    {
        var day = new RandomDay(seed, crashes: false);
        var together = day.Start().Regroup();
        var alone = day.Symbols.Select(symbol => day.Start(symbol).Regroup()).ToArray();
        foreach (
            var poll in day.Polls.Select(quotes =>
                quotes.Select(quote => quote with { Low = quote.Last * 0.97, High = quote.Last * 1.02 }).ToArray()
            )
        )
        {
            together.Poll(poll);
            foreach (var quote in poll)
            {
                var page = alone[Array.IndexOf(day.Symbols, quote.Symbol)];
                page.Columns.HaltedSince[0] = DateTime.MaxValue.Ticks;
                page.Poll(quote);
                page.Columns.HaltedSince[0] = 0;
            }

            foreach (var (page, row) in alone.Select((page, row) => (page, row)))
            {
                ColumnsText
                    .Of(together.Columns, row)
                    .ShouldBe(ColumnsText.Of(page.Columns, 0), $"{day.Symbols[row]} after {poll[0].MarketTime:t}, seed {seed}");
            }
        }
    }

    // At 21:00 the usual volume so far is the whole 20,000: k shares are k / 20,000, in level units k / 2, every other one a half. Beyond
    // 2^24 units an extreme is the nearest number of single precision.
    [Property(MaxTest = 100)]
    public void Detect_RoundsAsLevelsDo_ForAnyVolumes(int seed)
    {
        var random = new Random(seed);
        var volumes = Enumerable.Range(0, 13).Select(_ => random.NextInt64(1, 1L << random.Next(2, 50))).ToArray();
        var run = new PageRun(string.Join(' ', volumes.Select((_, row) => $"S{row:D2}")));
        foreach (var state in run.Page.Symbols)
        {
            Given.Usual(state, 20_000);
        }

        run.Poll([.. volumes.Select((volume, row) => Given.Quote($"S{row:D2}", "21:00", 100, volume: volume))]);

        run.Page.Symbols.Select(state => state.ExtremeOf(MetricId.Volume, Direction.Up))
            .ToArray()
            .ShouldBe(volumes.Select(volume => (long)(float)Level.FromValue(volume / 20_000.0).Units).ToArray(), $"seed {seed}");
    }

    private static IEnumerable<PendingCrossing> Expected(RandomDay day, NaiveSymbol[] naive, Quote[] poll)
    {
        foreach (var quote in poll)
        {
            var session = Given.Calendar.SessionOn(RandomDay.SessionOf(quote))!;
            var sinceOpen = quote.MarketTime - session.Open;
            naive[Array.IndexOf(day.Symbols, quote.Symbol)]
                .Take(quote, session.Date, sinceOpen, Given.Volumes.ShareBy((int)sinceOpen.TotalMinutes, false));
        }

        var spy = naive[^1];
        foreach (var (symbol, row) in naive.Select((symbol, row) => (symbol, row)))
        {
            var isNear = symbol != spy && spy.Session == symbol.Session && Math.Abs(spy.Seconds - symbol.Seconds) <= 120;
            foreach (var crossing in symbol.Raise(isNear ? spy.DayMove : double.NaN))
            {
                if (
                    day.Wanted.Any(wanted =>
                        wanted.Symbol == symbol.Symbol
                        && wanted.Metric == crossing.Metric
                        && wanted.Direction == crossing.Direction
                        && wanted.Levels.Any(crossing.Levels.Contains)
                    )
                )
                {
                    yield return new PendingCrossing((ushort)row, crossing, null);
                }
            }
        }
    }

    private static IEnumerable<(SymbolState, MetricId, Direction)> Streams(PageRun run) =>
        from state in run.Page.Symbols
        from metric in SessionMetrics
        from direction in new[] { Direction.Down, Direction.Up }
        select (state, metric, direction);

    private static (int, MetricId, Direction, long) Key(PendingCrossing pending) =>
        (pending.SymbolIndex, pending.Crossing.Metric, pending.Crossing.Direction, pending.Crossing.To);
}
