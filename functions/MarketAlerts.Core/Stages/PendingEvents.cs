using MarketAlerts.Core.Detection;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Stages;

/// <summary>Publishes what was saved with a state and not published yet, always under the same ids, then notes that it is out.</summary>
internal static class PendingEvents
{
    /// <summary>Publishes a page's crossings and its splits that are to be asked for; false when there are none.</summary>
    public static async Task<bool> PublishAsync(
        MarketPage page,
        DateTimeOffset now,
        EventPublisher publisher,
        IMarketStore market,
        ThresholdOptions thresholds,
        CancellationToken cancellationToken
    )
    {
        var splits = page.Splits.FindAll(taken => taken.IsToBeAskedAt(now));
        if (page.Pending.Count + splits.Count is 0)
        {
            return false;
        }

        await publisher.PublishAsync(page.Name, page.Poll!.Value, PageEvents.EventsOn(page, thresholds), cancellationToken);
        foreach (var (split, _, _) in splits)
        {
            await publisher.PublishAsync(new RescaleRequest(page.Name, split.Symbol, split.Day, page.Poll!.Value), cancellationToken);
        }

        page.Pending.Clear();
        page.NoteAsked(splits, now);
        // Losing this write to another instance is harmless: it publishes the same once more.
        await market.SavePageAsync(page, [], cancellationToken);
        return true;
    }

    /// <summary>Publishes a basket's events, if there are any.</summary>
    public static async Task PublishAsync(
        BasketState state,
        EventPublisher publisher,
        IMarketStore market,
        CancellationToken cancellationToken
    )
    {
        if (state.Pending is not { } pending)
        {
            return;
        }

        await publisher.PublishAsync(Target.OfBasket(state.Name).ToString(), pending.LookedAt, pending.Events, cancellationToken);
        state.Pending = null;
        // Losing this write to another instance is harmless: it publishes the same events once more.
        await market.SaveBasketsAsync([state], cancellationToken);
    }
}
