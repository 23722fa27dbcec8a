using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Plans a poll: while the market is open, one message a page; before the open and after the close only for pages of which a rule asks. A crash in between
/// leaves pages out for a minute; the next poll finds what they missed by the source's own high and low.
/// </summary>
public sealed class QuotePlanner(MarketClock clock, ICatalogStore catalogs, IMessagePublisher publisher)
{
    /// <summary>Plans the poll of this minute; returns how many pages it asked for.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        // The minute decides, not the instant: the timer of 16:00 fires a moment after the close, and its poll brings the closing prints.
        var now = clock.Now;
        var poll = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var part = clock.Calendar.PartAt(poll);
        if (part is SessionPart.Closed)
        {
            return 0;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var pages = PagesOf(catalog, part);
        foreach (var page in pages)
        {
            var id = MessageId.OfPage(page, poll);
            var content = MessageCodec.Write(new QuotePage(page, poll, catalog.Version), id, poll);
            await publisher.PublishAsync(new OutgoingMessage(QueueNames.QuotePages, id, content), cancellationToken);
        }

        return pages.Count;
    }

    private static IReadOnlyList<string> PagesOf(Catalog catalog, SessionPart part) =>
        part is SessionPart.Regular ? catalog.PageNames : [.. catalog.PageNames.Where(catalog.ExtendedPages.Contains)];
}
