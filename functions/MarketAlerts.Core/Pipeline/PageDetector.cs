using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Judges the quotes of one poll of one page, takes the accepted ones into the page and notes the crossings that somebody wants. No input or output.</summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="guards">The limits of the guards.</param>
/// <param name="bars">The bars of notable and severe.</param>
public sealed class PageDetector(MarketCalendar calendar, GuardOptions guards, BarOptions bars)
{
    private readonly QuoteGuard _guard = new(calendar, guards);
    private readonly SymbolTracker _tracker = new(calendar, bars, guards);
    private readonly LateRules _lateRules = new(bars);

    /// <summary>Takes the quotes; the verdicts come in their order, the crossings wait in <see cref="MarketPage.Pending"/>.</summary>
    public IReadOnlyList<Verdict> Detect(
        MarketPage page, IReadOnlyList<Quote> quotes, WantedLevels levels, Catalog catalog, DateTimeOffset now, TimeSpan declaredDelay)
    {
        var indexes = page.Symbols.Select((state, index) => (state.Symbol, index)).ToDictionary(pair => pair.Symbol, pair => (ushort)pair.index);
        var peers = new PeerSteps(StepsOf(page, quotes, indexes, now, declaredDelay), catalog.PeersOf);
        var verdicts = new List<Verdict>(quotes.Count);
        foreach (var quote in quotes)
        {
            var state = indexes.TryGetValue(quote.Symbol, out var index) ? page.Symbols[index] : null;
            var verdict = _guard.Judge(quote, state, now, declaredDelay, peers);
            verdicts.Add(verdict);
            if (state is not null)
            {
                Take(page, index, state, quote, verdict, levels);
            }
        }

        return verdicts;
    }

    private void Take(MarketPage page, ushort index, SymbolState state, Quote quote, Verdict verdict, WantedLevels levels)
    {
        if (verdict.Reason is not VerdictReason.NotNewer)
        {
            state.LastVerdict = verdict.Reason;
        }

        if (verdict.Kind is VerdictKind.Hold)
        {
            state.HeldPrice = quote.Last;
            state.HeldAt = quote.MarketTime;
        }

        if (verdict.Kind is not VerdictKind.Accept)
        {
            return;
        }

        state.HeldPrice = null;
        var before = _lateRules.ValuesOf(state);
        var wanted = _tracker.Accept(state, quote).Where(crossing => levels.Wants(state.Symbol.Text, crossing)).ToArray();
        page.Pending.AddRange(wanted.Select(crossing => new PendingCrossing(index, crossing, null)));
        // A late rule whose level was armed again meanwhile is among the ordinary crossings already.
        var late = _lateRules.TakeFired(page.LateRules, state, before).Where(rule => !wanted.Any(crossing =>
            crossing.Metric == rule.Metric && crossing.Direction == rule.Direction && crossing.Levels.Contains(rule.Level)));
        page.Pending.AddRange(late.Select(rule =>
            new PendingCrossing(index, new Crossing(rule.Metric, rule.Direction, rule.Level, rule.Level), rule.WatcherHash)));
    }

    /// <summary>Only quotes that would themselves pass may confirm a peer's jump.</summary>
    private Dictionary<Symbol, double> StepsOf(
        MarketPage page, IReadOnlyList<Quote> quotes, Dictionary<Symbol, ushort> indexes, DateTimeOffset now, TimeSpan declaredDelay)
    {
        var steps = new Dictionary<Symbol, double>();
        foreach (var quote in quotes)
        {
            if (indexes.TryGetValue(quote.Symbol, out var index) && _guard.Objection(quote, page.Symbols[index], now, declaredDelay) is null)
            {
                steps[quote.Symbol] = PeerSteps.StepOf(quote, page.Symbols[index]);
            }
        }

        return steps;
    }
}
