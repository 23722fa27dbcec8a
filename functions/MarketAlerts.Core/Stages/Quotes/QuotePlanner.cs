using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>
/// Plans a poll: while the market is open, one message a page; before the open and after the close only for pages of which a rule asks, and
/// right after the close for those whose source is late, until it shows the last prices of the session. A crash in between leaves pages out
/// for a minute; the next poll finds what they missed by the source's own high and low. Where the sources' plans are too small for what is
/// watched nothing is polled, rather than a part of it for a part of the day, and ops hear of it; everything else goes on.
/// </summary>
public sealed partial class QuotePlanner(
    MarketClock clock,
    ICatalogStore catalogs,
    IMarketStore market,
    IQuotePlan plan,
    IMessagePublisher publisher,
    ILogger<QuotePlanner> logger
)
{
    private string? _told;
    private bool _hasLooked;

    /// <summary>Plans the poll of this minute; returns how many pages it asked for.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        // The minute decides, not the instant: the timer of 16:00 fires a moment after the close, and its poll brings the closing prints.
        var now = clock.Now;
        var poll = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var part = clock.Calendar.PartAt(poll);
        if (part is SessionPart.Closed && _hasLooked)
        {
            return 0;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        _hasLooked = true; // Whoever deploys on a Saturday hears of a plan that is too small as soon as the tables can be read.
        if (plan.Refusal(catalog) is { } refusal)
        {
            Tell(refusal, poll);
            return 0;
        }

        _told = null;
        var pages = part switch
        {
            SessionPart.Closed => [],
            SessionPart.Regular => catalog.PageNames,
            _ => await OutsideAsync(catalog, poll, cancellationToken),
        };
        await publisher.PublishAsync([.. pages.Select(page => MessageOf(page, poll, catalog.Version))], cancellationToken);
        return pages.Count;
    }

    /// <summary>Each refusal at once, and once an hour as long as it stands.</summary>
    private void Tell(string refusal, DateTimeOffset poll)
    {
        if (refusal != _told || poll.Minute is 0)
        {
            LogTooSmall(refusal);
            _told = refusal;
        }
    }

    private static OutgoingMessage MessageOf(string page, DateTimeOffset poll, long version)
    {
        var id = MessageId.OfPage(page, poll);
        return new OutgoingMessage(QueueNames.QuotePages, id, MessageCodec.Write(new QuotePage(page, poll, version), id, poll));
    }

    private async Task<IReadOnlyList<string>> OutsideAsync(Catalog catalog, DateTimeOffset poll, CancellationToken cancellationToken)
    {
        var mayBeLate = clock.AwaitsLastPrices(poll, MarketClock.LongestDelay); // At any other time nobody's state is read.
        var pages = new List<string>();
        foreach (var page in catalog.PageNames)
        {
            if (catalog.ExtendedPages.Contains(page) || (mayBeLate && await IsLateAsync(page, poll, cancellationToken)))
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    private async Task<bool> IsLateAsync(string page, DateTimeOffset poll, CancellationToken cancellationToken) =>
        await market.LoadPageAsync(page, cancellationToken) is { } state && clock.AwaitsLastPrices(poll, state.DeclaredDelay);

    [LoggerMessage(1022, LogLevel.Error, "Nothing is polled. {Refusal}", EventName = "PlanTooSmall")]
    private partial void LogTooSmall(string refusal);
}

/// <summary>What the plans of the quote sources allow.</summary>
public interface IQuotePlan
{
    /// <summary>
    /// Why the sources cannot serve once a minute what is watched, with the arithmetic and what to do; null when they can.
    /// </summary>
    string? Refusal(Catalog catalog);
}
