using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Takes an accepted quote into a symbol's state and tells which extremes moved.</summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="bars">The bars of notable and severe.</param>
/// <param name="guards">The limit beyond which a source's own high or low is not believed.</param>
public sealed class SymbolTracker(MarketCalendar calendar, BarOptions bars, GuardOptions guards)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    /// <summary>Takes the quote; the crossings come in the metrics' order.</summary>
    public List<Crossing> Accept(SymbolState state, Quote quote)
    {
        var session = MarketCalendar.DateOf(quote.MarketTime);
        var missedPolls = quote.MarketTime - LastLook(state, session) > 2 * PollInterval;
        if (state.Session != session)
        {
            StartSession(state, session, (double)quote.PreviousClose!.Value);
        }

        state.QuoteTime = quote.MarketTime;
        state.Last = (double)quote.Last;
        state.Open ??= (double?)(quote.Open ?? (missedPolls ? null : quote.Last)); // A late first look does not know the open.
        state.PreviousClose = (double)quote.PreviousClose!.Value;
        state.Volume = quote.Volume ?? state.Volume;
        state.Trail.Add(quote.MarketTime, state.Last);
        return Crossings(state, missedPolls ? quote : null);
    }

    private DateTimeOffset LastLook(SymbolState state, DateOnly session) =>
        state.Session == session ? state.QuoteTime : calendar.SessionOn(session)?.Open ?? state.QuoteTime;

    private void StartSession(SymbolState state, DateOnly session, double previousClose)
    {
        if (calendar.SessionBefore(session) is { } before)
        {
            state.Closes.Add(before, previousClose);
        }

        state.Session = session;
        state.Open = null;
        state.Volume = 0;
        Array.Clear(state.Extremes);
        state.Told ??= PriceTold.StartAt(previousClose);
    }

    private List<Crossing> Crossings(SymbolState state, Quote? afterMissedPolls)
    {
        var crossings = new List<Crossing>();
        TakeMetrics(state, state.Last, crossings);
        foreach (var missed in BelievedExtremes(state, afterMissedPolls))
        {
            var known = crossings.Count;
            TakeMetrics(state, missed, crossings);
            var isNewExtreme = crossings.Skip(known).Any(crossing => crossing.Metric is MetricId.DayMove or MetricId.OpenMove);
            state.Told = isNewExtreme ? state.Told!.Value.Reach(missed, crossings) : state.Told;
        }

        state.Told = state.Told!.Value.Take(state.Last, crossings);
        return crossings;
    }

    private void TakeMetrics(SymbolState state, double price, List<Crossing> crossings)
    {
        var input = state.MetricInput(bars) with { Last = price };
        for (var index = 0; index < SymbolMetrics.All.Count; index++)
        {
            var metric = SymbolMetrics.All[index];
            if (metric.Value(input) is { } value)
            {
                Episode.Take(metric.Id, value, state.Extremes.AsSpan(index * 2, 2), crossings);
            }
        }
    }

    /// <summary>After missed polls the source's own session low and high count too, unless they lie a jump away from the price.</summary>
    private IEnumerable<double> BelievedExtremes(SymbolState state, Quote? quote)
    {
        decimal?[] extremes = [quote?.Low, quote?.High];
        return extremes
            .Where(extreme => extreme > 0 && Math.Abs((100 * ((double)extreme.Value / state.Last)) - 100) <= guards.JumpPercent)
            .Select(extreme => (double)extreme!.Value);
    }
}
