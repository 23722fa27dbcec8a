using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Makes the events of a page's pending crossings: from the state they were saved with, so always the same ones.</summary>
public static class PageEvents
{
    /// <summary>The events, in detection order.</summary>
    public static IReadOnlyList<MarketEvent> Of(MarketPage page, BarOptions bars) =>
        [.. page.Pending.Select(pending => EventOf(page, pending, bars))];

    private static MarketEvent EventOf(MarketPage page, PendingCrossing pending, BarOptions bars)
    {
        var state = page.Symbols[pending.SymbolIndex];
        var crossing = pending.Crossing;
        return new MarketEvent(
            Target.OfSymbol(state.Symbol).ToString(),
            crossing.Metric,
            crossing.Direction,
            crossing.From,
            crossing.To,
            state.Session!.Value,
            state.QuoteTime,
            page.SeenAt,
            pending.LateWatcher,
            MemberReading.Of(state, bars),
            null);
    }
}
