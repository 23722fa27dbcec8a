using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>
/// Reads one page of quotes: publishes what an earlier poll left pending, fetches, judges, detects, saves state and crossings in one write,
/// publishes. A crash before the write changes nothing; after it the pending crossings, and the splits, are published again, with the same
/// ids. Of two instances the one that saves second sees the other's poll and publishes at most the same messages again.
/// </summary>
public sealed class QuotePoller(
    MarketClock clock,
    PageQuotes source,
    ICatalogStore catalogs,
    IMarketStore market,
    PageDetection detection,
    EventPublisher publisher,
    PipelineMeter meter,
    ThresholdOptions thresholds
)
{
    /// <summary>Reads the page for a poll; a poll already done is only published again.</summary>
    public async Task ReadAsync(QuotePage request, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(request.CatalogVersion, cancellationToken);
        QuoteAnswer? answer = null;
        await OptimisticWrite.RunAsync(
            PollOnceAsync,
            $"Page {request.Page} kept changing under poll {request.Poll:O}; the message is delivered again.",
            cancellationToken
        );

        async Task<bool> PollOnceAsync()
        {
            var page = await market.LoadPageAsync(request.Page, cancellationToken) ?? new MarketPage(request.Page);
            page.Include(catalog.SymbolsOn(request.Page));
            await PublishPendingAsync(page, cancellationToken);
            if (page.Poll >= request.Poll)
            {
                return true;
            }

            answer ??= await source.GetAsync(page, cancellationToken);
            page.DeclaredDelay = answer.Quotes.Count > 0 ? answer.DeclaredDelay : page.DeclaredDelay;
            var verdicts = await detection.DetectAsync(page, answer.Quotes, catalog, cancellationToken);
            page.Poll = request.Poll;
            page.SeenAt = clock.Now;
            if (!await market.SavePageAsync(page, verdicts, cancellationToken))
            {
                return false;
            }

            meter.Polled(answer.Quotes.Count, verdicts, page.Pending.Count);
            await PublishPendingAsync(page, cancellationToken);
            return true;
        }
    }

    private Task<bool> PublishPendingAsync(MarketPage page, CancellationToken cancellationToken) =>
        PendingEvents.PublishAsync(page, clock.Now, publisher, market, thresholds, cancellationToken);
}
