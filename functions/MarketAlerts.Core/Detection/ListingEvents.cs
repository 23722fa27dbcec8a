using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Detection;

/// <summary>Takes halts, resumptions and splits into a page, before the quotes of a poll are judged. Taking the same ones again changes nothing, since the page knows until when it took them.</summary>
public static class ListingEvents
{
    /// <summary>Takes events that are newer than what the page took before; a halt that somebody wants to hear of waits in <see cref="MarketPage.Pending"/>.</summary>
    public static void Take(MarketPage page, IReadOnlyList<ListingEvent> events, LevelIndex levels)
    {
        var symbols = page.Columns;
        foreach (var next in events.Where(next => next.AnnouncedAt > page.ListingEventsUntil))
        {
            var row = symbols.RowOf(next.Symbol);
            switch (next.Kind)
            {
                case var _ when row < 0:
                    break;
                case ListingEventKind.Halt:
                    Halt(page, row, next.Time.UtcTicks, levels);
                    break;
                case ListingEventKind.Resume:
                    symbols.HaltedSince[row] = 0;
                    break;
                case ListingEventKind.Split:
                    Split(symbols, row, next);
                    break;
            }
        }

        page.ListingEventsUntil = events.Count > 0 ? events.Max(next => next.AnnouncedAt) : page.ListingEventsUntil;
    }

    private static void Halt(MarketPage page, int row, long since, LevelIndex levels)
    {
        var begins = page.Columns.HaltedSince[row] is 0;
        page.Columns.HaltedSince[row] = since;
        var crossing = new Crossing(MetricId.Halted, Direction.Up, 0, Level.Scale);
        if (begins && page.Columns.Session[row] > 0 && levels.Wants(row, crossing))
        {
            page.Pending.Add(new PendingCrossing((ushort)row, crossing, null));
        }
    }

    /// <summary>Restates what is known in new shares; price rules count in them from the first price on.</summary>
    private static void Split(SymbolColumns symbols, int row, ListingEvent split)
    {
        symbols.Closes[row].Split(split.NewSharesPerOld);
        symbols.Trails[row].Split(split.NewSharesPerOld);
        symbols.Windows.Clear(row);
        symbols.CountCloses(row);
        symbols.Tell(row, double.NaN, double.NaN);
        symbols.SplitRatio[row] = split.NewSharesPerOld;
        symbols.SplitDay[row] = MarketCalendar.DateOf(split.Time).DayNumber;
        symbols.Unverified[row] = false;
    }
}
