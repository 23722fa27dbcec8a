using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>What the world says of a page's symbols: quotes, a second source for doubtful ones, halts and splits.</summary>
/// <param name="quotes">The quotes.</param>
/// <param name="second">The second source.</param>
/// <param name="listings">Halts, resumptions and splits.</param>
/// <param name="clock">The clock.</param>
public sealed class PageQuotes(IQuoteSource quotes, ISecondQuoteSource second, IListingEventSource listings, MarketClock clock)
{
    /// <summary>The newest quotes of a page's symbols.</summary>
    public Task<QuoteAnswer> GetAsync(MarketPage page, CancellationToken cancellationToken) =>
        quotes.GetAsync(page.Columns.Symbols, cancellationToken);

    /// <summary>Whether there is a second source.</summary>
    public bool HasSecond => second.IsThere;

    /// <summary>What a second source says of doubtful symbols.</summary>
    public async Task<IReadOnlyList<Quote>> AskAgainAsync(IReadOnlyList<Symbol> doubtful, CancellationToken cancellationToken) =>
        doubtful.Count is 0 ? [] : await second.GetAsync(doubtful, cancellationToken);

    /// <summary>What was announced since the page last asked; of a new page, since a day ago.</summary>
    public Task<IReadOnlyList<ListingEvent>> GetListingEventsAsync(MarketPage page, CancellationToken cancellationToken)
    {
        var after = page.ListingEventsUntil == default ? clock.Now.AddDays(-1) : page.ListingEventsUntil;
        return listings.GetAsync(page.Columns.Symbols, after, clock.Now, cancellationToken);
    }
}
