using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Detection;

/// <summary>Makes the events of a page's pending crossings: from the state they were saved with, so always the same ones.</summary>
internal static class PageEvents
{
    /// <summary>The events, in detection order.</summary>
    public static IReadOnlyList<MarketEvent> EventsOn(MarketPage page, ThresholdOptions thresholds) =>
        [.. page.Pending.Select(pending => EventOf(page, pending, thresholds))];

    private static MarketEvent EventOf(MarketPage page, PendingCrossing pending, ThresholdOptions thresholds)
    {
        var state = new SymbolState(page.Columns, pending.SymbolIndex);
        var crossing = pending.Crossing;
        var (time, reading) = EvidenceOf(page, state, crossing.Metric, thresholds);
        return new MarketEvent(
            Target.OfSymbol(state.Symbol),
            crossing.Metric,
            crossing.Direction,
            crossing.From,
            crossing.To,
            MarketCalendar.DateOf(time),
            time,
            page.SeenAt,
            pending.LateSubscription,
            reading,
            null
        );
    }

    private static (DateTimeOffset Time, MemberReading? Reading) EvidenceOf(
        MarketPage page,
        SymbolState state,
        MetricId metric,
        ThresholdOptions thresholds
    )
    {
        var (columns, row) = (state.Columns, state.Row);
        return metric switch
        {
            // Trading may have gone on in the same poll; then the newest announcement tells when.
            MetricId.Halted => (
                state.Halted ? At(columns.HaltedSince[row]) : page.ListingEventsUntil,
                MemberReading.Read(state, thresholds)
            ),
            MetricId.PreMove => Extended(columns.PreMarketLast[row], columns.PreMarketBase[row]),
            MetricId.AfterMove => Extended(columns.AfterHoursLast[row], columns.PreviousClose[row]),
            _ => (state.QuoteTime, MemberReading.Read(state, thresholds)),
        };

        (DateTimeOffset, MemberReading?) Extended(double price, double close) =>
            (At(columns.ExtendedTime[row]), MemberReading.ReadExtended(state, thresholds, At(columns.ExtendedTime[row]), price, close));
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
