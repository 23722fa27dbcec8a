using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Publishes what pages and baskets kept because nobody looked at them again: an instance that ends after the last save of a session and
/// before publishing leaves it until the next one.
/// </summary>
public sealed class PendingSweep(
    MarketClock clock,
    ICatalogStore catalogs,
    IMarketStore market,
    EventPublisher publisher,
    ThresholdOptions thresholds
)
{
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(10);

    /// <summary>Publishes it; returns the pages and baskets.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        var (catalog, swept, longAgo) = (await catalogs.LoadAsync(cancellationToken), new List<string>(), clock.Now - LeftAlone);
        foreach (var name in catalog.PageNames)
        {
            // Younger ones may be in the hands of their poll.
            if (
                await market.LoadPageAsync(name, cancellationToken) is { } page
                && page.Poll < longAgo
                && await PendingEvents.PublishAsync(page, clock.Now, publisher, market, thresholds, cancellationToken)
            )
            {
                swept.Add(name);
            }
        }

        foreach (var state in (await market.LoadBasketsAsync(cancellationToken)).Values.Where(state => state.Pending?.LookedAt < longAgo))
        {
            await PendingEvents.PublishAsync(state, publisher, market, cancellationToken);
            swept.Add(state.Name);
        }

        return swept;
    }
}
