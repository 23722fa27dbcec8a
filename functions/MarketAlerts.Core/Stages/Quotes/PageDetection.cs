using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>
/// Brings a page and its quotes together with all that judging them needs: wanted levels, closes, halts and splits, a second source.
/// </summary>
public sealed class PageDetection(MarketClock clock, PageQuotes source, PageLevels levels, CloseBackfill backfill, PageDetector detector)
{
    /// <summary>Takes the quotes into the page and notes what they crossed; returns the verdicts on them.</summary>
    public async Task<IReadOnlyList<Verdict>> DetectAsync(
        MarketPage page,
        IReadOnlyList<Quote> quotes,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var wanted = await levels.OfAsync(page, catalog, cancellationToken);
        await backfill.FillAsync(page, MarketCalendar.DateOf(clock.Now), cancellationToken);
        ListingEvents.Take(page, await source.GetListingEventsAsync(page, cancellationToken), wanted);
        var known = OwnCloses.Fill(quotes, page.Columns, clock);
        await backfill.KeepAsync(known, page.DeclaredDelay, cancellationToken);
        var poll = new PagePoll(page, known, [], wanted, catalog, clock.Now, page.DeclaredDelay);
        var doubtful = source.HasSecond ? detector.Doubtful(poll) : [];
        var second = await source.AskAgainAsync(doubtful, cancellationToken);
        return detector.Detect(poll with { SecondOpinions = second, Asked = doubtful });
    }
}
