using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Takes halts, resumptions and splits into a page, before the quotes of a poll are judged. Taking the same ones again changes nothing: the
/// page knows until when it took halts and resumptions, and which splits.
/// </summary>
internal static class ListingEvents
{
    private const int DaysRemembered = 30;

    /// <summary>
    /// Takes what the page did not take before; a halt that somebody wants to hear of waits in <see cref="MarketPage.Pending"/>, price
    /// rules to be rescaled in <see cref="MarketPage.Splits"/>.
    /// </summary>
    public static void Take(MarketPage page, IReadOnlyList<ListingEvent> events, LevelIndex levels)
    {
        var symbols = page.Columns;
        foreach (var next in events.Where(next => next.Kind is ListingEventKind.Split || next.AnnouncedAt > page.ListingEventsUntil))
        {
            var row = symbols.RowOf(next.Symbol);
            if (row < 0)
            {
                continue;
            }

            switch (next.Kind)
            {
                case ListingEventKind.Halt:
                    Halt(page, row, next.Time.UtcTicks, levels);
                    break;
                case ListingEventKind.Resume:
                    symbols.HaltedSince[row] = 0;
                    break;
                case ListingEventKind.Split:
                    Split(page, row, ShareSplit.FromEvent(next));
                    break;
            }
        }

        page.ListingEventsUntil = events.Select(next => next.AnnouncedAt).Append(page.ListingEventsUntil).Max();
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

    private static void Split(MarketPage page, int row, ShareSplit split)
    {
        if (page.Splits.Exists(taken => taken.Is(split.Symbol, split.Day)))
        {
            return;
        }

        page.Splits.RemoveAll(taken => !taken.RulesWait && taken.Split.Day < split.Day.AddDays(-DaysRemembered));
        page.Splits.Add(new TakenSplit(split, true, null));
        page.HoldPriceRules();
        page.LateRules.RemoveAll(late => late.Symbol == split.Symbol && late.Metric is MetricId.Price); // Their levels are in old shares.
        Restate(page.Columns, row, split);
    }

    /// <summary>
    /// Restates what is known in new shares. A split that is told late may have been assumed before, and so counted already.
    /// </summary>
    private static void Restate(SymbolColumns symbols, int row, ShareSplit split)
    {
        var (day, ratio) = (split.Day.DayNumber, split.NewSharesPerOld);
        var assumed = symbols.SplitDay[row] == day ? symbols.SplitRatio[row] : 1;
        var closesAreRestated = assumed is not 1 && !symbols.Unverified[row];
        if (!closesAreRestated && !(symbols.Closes[row].NewestSession >= split.Day))
        {
            symbols.Closes[row].Split(ratio);
        }

        symbols.Trails[row].Split(ratio, TrailPoint.At(split.DayStart.UtcTicks, 0).Minute);
        symbols.Windows.Clear(row);
        symbols.CountCloses(row);
        if (assumed is not 1 || symbols.Session[row] < day)
        {
            symbols.SplitTold(row, ratio / assumed);
        }
        else
        {
            symbols.Tell(row, double.NaN, double.NaN); // Prices in both shares moved it: it begins anew at the close.
        }

        if (symbols.Session[row] <= day)
        {
            (symbols.SplitRatio[row], symbols.SplitDay[row], symbols.Unverified[row]) = (ratio, day, false);
        }
    }
}
