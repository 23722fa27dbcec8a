using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Judges the quotes of one poll of one page, takes the accepted ones into the page's columns, raises the extremes of all metrics and notes
/// the crossings that somebody wants. No input or output, and no memory but the page.
/// </summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="guards">The limits of the guards.</param>
/// <param name="thresholds">The thresholds of notable and severe.</param>
/// <param name="volumes">How much is usually traded by when.</param>
public sealed class PageDetector(MarketCalendar calendar, GuardOptions guards, ThresholdOptions thresholds, VolumeCurve volumes)
{
    private readonly QuoteGuard _guard = new(guards, thresholds, volumes);
    private readonly PlainQuotes _plain = new(guards, thresholds);
    private readonly SymbolTracker _tracker = new(calendar, volumes);
    private readonly MetricDetector _metrics = new(thresholds, guards);
    private readonly LateRules _lateRules = new(thresholds);

    /// <summary>Takes the quotes; the crossings wait in <see cref="MarketPage.Pending"/>.</summary>
    /// <returns>The verdicts worth a record, in the quotes' order.</returns>
    public IReadOnlyList<Verdict> Detect(PagePoll poll)
    {
        var limits = PollLimits.Derive(calendar, guards, poll.Now, poll.DeclaredDelay);
        using var rows = new PollRows(poll.Page.Columns, poll.Quotes);
        if (rows.Repeats)
        {
            return [.. RoundsOf(poll.Quotes).SelectMany(round => Detect(poll with { Quotes = round }))];
        }

        Judge(poll, rows, limits);
        var late = _lateRules.Before(poll.Page);
        var verdicts = VerdictsOf(poll, rows);
        var missed = Accept(poll, rows, limits);
        Benchmarks.Take(poll.Page, poll.Catalog);
        var crossings = new List<PendingCrossing>();
        _metrics.Raise(poll.Page.Columns, poll.Levels, limits.Part, missed, crossings);
        _lateRules.TakeFired(poll.Page, late, crossings);
        poll.Page.Pending.AddRange(crossings.Count > 1 ? crossings.OrderBy(crossing => crossing.SymbolIndex) : crossings);
        return verdicts;
    }

    /// <summary>
    /// The symbols of a poll that jump without proof, or become severe: a second source may be asked about them before the poll is
    /// detected.
    /// </summary>
    public IReadOnlyList<Market.Symbol> Doubtful(PagePoll poll)
    {
        var limits = PollLimits.Derive(calendar, guards, poll.Now, poll.DeclaredDelay);
        using var rows = new PollRows(poll.Page.Columns, poll.Quotes);
        Judge(poll, rows, limits);
        var doubtful = new List<Market.Symbol>();
        foreach (var index in rows.Judged)
        {
            if (rows.Rulings[index] is { Sources: not null } || rows.Rulings[index].Reason.Kind() is VerdictKind.Hold or VerdictKind.Tag)
            {
                doubtful.Add(rows.Quotes[index].Symbol);
            }
        }

        return doubtful;
    }

    /// <summary>Several quotes of a symbol are as many polls: first everybody's oldest, then the next.</summary>
    private static IEnumerable<Market.Quote[]> RoundsOf(IReadOnlyList<Market.Quote> quotes) =>
        quotes
            .GroupBy(quote => quote.Symbol)
            .SelectMany(group => group.OrderBy(quote => quote.MarketTime).Select((quote, round) => (quote, round)))
            .GroupBy(pair => pair.round, pair => pair.quote)
            .OrderBy(round => round.Key)
            .Select(round => round.ToArray());

    private void Judge(PagePoll poll, PollRows rows, in PollLimits limits)
    {
        var symbols = poll.Page.Columns;
        _plain.Find(rows, symbols, limits);
        rows.Part();
        var evidence = new PollEvidence(poll, rows, limits, guards);
        foreach (var index in rows.Judged)
        {
            var row = rows.RowOfQuote[index];
            rows.Rulings[index] =
                row is PollRows.None
                    ? new Ruling(VerdictReason.UnknownSymbol, double.NaN, 1, false)
                    : _guard.Judge(rows.Quotes[index], symbols, row, limits, evidence);
        }
    }

    /// <summary>A verdict that a symbol's quotes repeat from poll to poll is recorded once.</summary>
    private static List<Verdict> VerdictsOf(PagePoll poll, PollRows rows)
    {
        var verdicts = new List<Verdict>();
        var lastVerdicts = poll.Page.Columns.LastVerdict;
        foreach (var index in rows.Judged)
        {
            var (reason, row) = (rows.Rulings[index].Reason, rows.RowOfQuote[index]);
            if (reason.IsNotable() && (row is PollRows.None || lastVerdicts[row] != reason || reason.Kind() is VerdictKind.Hold))
            {
                verdicts.Add(new Verdict(rows.Quotes[index].Symbol, rows.Quotes[index].MarketTime, rows.Quotes[index].Last, reason));
            }
        }

        return verdicts;
    }

    /// <summary>Takes the quotes that passed; returns the symbols of which polls were missed, each with its quote.</summary>
    private List<(int Row, Market.Quote Quote)> Accept(PagePoll poll, PollRows rows, in PollLimits limits)
    {
        var missed = new List<(int, Market.Quote)>();
        var begun = new List<int>();
        var symbols = poll.Page.Columns;
        symbols.Windows.BeginPoll();
        PlainQuotes.NoteAccepted(rows, symbols);
        foreach (var index in rows.Judged)
        {
            if (rows.RowOfQuote[index] is PollRows.None || rows.Rulings[index].Reason is VerdictReason.NotNewer)
            {
                continue;
            }

            var row = rows.RowOfQuote[index];
            ref readonly var quote = ref rows.Quotes[index];
            ref readonly var ruling = ref rows.Rulings[index];
            symbols.LastVerdict[row] = ruling.Reason;
            if (ruling.Reason.Kind() is VerdictKind.Hold)
            {
                symbols.Hold(row, quote.Last, quote.MarketTicks);
            }
            else if (ruling.Reason.Moves())
            {
                Prepare(quote, rows, symbols, row, ruling, limits, begun, missed);
            }
        }

        _tracker.Take(rows, symbols, limits);
        symbols.Windows.EndPoll();
        symbols.Episodes.Begin(begun, limits.Part);
        return missed;
    }

    private void Prepare(
        in Market.Quote quote,
        PollRows rows,
        MarketPages.SymbolColumns symbols,
        int row,
        in Ruling ruling,
        in PollLimits limits,
        List<int> begun,
        List<(int, Market.Quote)> missed
    )
    {
        if (SymbolTracker.IsFirst(symbols, row, limits))
        {
            begun.Add(row);
        }

        if (limits.Part is not SessionPart.Regular)
        {
            SymbolTracker.AcceptExtended(quote, symbols, row, ruling, limits);
            return;
        }

        rows.Take(row, ruling);
        if (_tracker.Prepare(quote, symbols, row, ruling, limits))
        {
            missed.Add((row, quote));
        }
    }
}

/// <summary>Everything that one poll of one page is detected from.</summary>
/// <param name="Page">The page as it was after the poll before.</param>
/// <param name="Quotes">The newest quotes, quickest in the page's order.</param>
/// <param name="SecondOpinions">What a second source says of symbols that jumped or became severe, or nothing.</param>
/// <param name="Levels">The levels somebody asked for on this page.</param>
/// <param name="Catalog">Who belongs to which basket.</param>
/// <param name="Now">Our clock.</param>
/// <param name="DeclaredDelay">How late the source says its quotes are.</param>
public sealed record PagePoll(
    MarketPage Page,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<Quote> SecondOpinions,
    LevelIndex Levels,
    Catalog Catalog,
    DateTimeOffset Now,
    TimeSpan DeclaredDelay
)
{
    /// <summary>The symbols that a second source was asked about.</summary>
    public IReadOnlyCollection<Symbol> Asked { get; init; } = [];
}
