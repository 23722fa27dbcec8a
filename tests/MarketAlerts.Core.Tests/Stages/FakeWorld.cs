using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Everything round a quote subscriber, in memory, with a note of what it was asked.</summary>
internal sealed class FakeWorld : IQuoteSource, ISecondQuoteSource, IListingEventSource, ICatalogStore, IHistoryStore, IMessagePublisher
{
    public List<Quote> Quotes { get; } = [];

    public List<Quote> Second { get; } = [];

    public List<(Symbol Symbol, DateOnly Session, double Close, long Volume)> History { get; } = [];

    /// <summary>The symbols whose history was read, one entry a read.</summary>
    public List<string> HistoryReads { get; } = [];

    public List<ListingEvent> Announced { get; } = [];

    public Catalog Catalog { get; set; } = Catalog.Empty;

    /// <summary>What the second source was asked about, one entry a call.</summary>
    public List<string> AskedAgain { get; } = [];

    /// <summary>The spans announcements were asked of.</summary>
    public List<(DateTimeOffset After, DateTimeOffset Until)> AskedListings { get; } = [];

    /// <summary>The catalog versions that were asked for.</summary>
    public List<long?> AskedVersions { get; } = [];

    public List<OutgoingMessage> Published { get; } = [];

    public TimeSpan DeclaredDelay { get; set; }

    /// <summary>Whether nothing can be published.</summary>
    public bool Down { get; set; }

    /// <summary>Whether there is a second source.</summary>
    public bool IsThere { get; set; } = true;

    public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Task.FromResult(new QuoteAnswer([.. Quotes.Where(quote => symbols.Contains(quote.Symbol))], DeclaredDelay));

    Task<IReadOnlyList<Quote>> ISecondQuoteSource.GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        AskedAgain.Add(string.Join(' ', symbols));
        return Task.FromResult<IReadOnlyList<Quote>>([.. Second.Where(quote => symbols.Contains(quote.Symbol))]);
    }

    public Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        AskedListings.Add((after, until));
        return Task.FromResult<IReadOnlyList<ListingEvent>>([.. Announced.Where(next => next.Time > after && next.Time <= until)]);
    }

    public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Catalog);

    public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken)
    {
        AskedVersions.Add(version);
        return Task.FromResult(Catalog);
    }

    public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<DailyClose>> GetClosesAsync(Symbol symbol, DateOnly before, int count, CancellationToken cancellationToken)
    {
        HistoryReads.Add(symbol.Text);
        return Task.FromResult<IReadOnlyList<DailyClose>>([
            .. History
                .Where(day => day.Symbol == symbol && day.Session < before)
                .OrderBy(day => day.Session)
                .TakeLast(count)
                .Select(day => new DailyClose(day.Session, day.Close, day.Volume)),
        ]);
    }

    public Task SaveAsync(Symbol symbol, IReadOnlyList<DailyClose> closes, CancellationToken cancellationToken)
    {
        History.RemoveAll(day => day.Symbol == symbol && closes.Any(close => close.Session == day.Session));
        History.AddRange(closes.Select(day => (symbol, day.Session, day.Close, day.Volume)));
        return Task.CompletedTask;
    }

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Published.Add(Down ? throw new IOException("down") : message);
        return Task.CompletedTask;
    }
}
