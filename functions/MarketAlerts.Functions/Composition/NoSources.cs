using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>What stands where a source is not: no quotes, no second opinion, no halt or split, no daily history, no news.</summary>
public static class NoSources
{
    /// <summary>Fills the places that are still empty.</summary>
    public static IServiceCollection AddNoSources(this IServiceCollection services)
    {
        services.TryAddSingleton<IQuoteSource, Nobody>();
        services.TryAddSingleton<ISecondQuoteSource, Nobody>();
        services.TryAddSingleton<IListingEventSource, Nobody>();
        services.TryAddSingleton<IDailyHistorySource, Nobody>();
        services.TryAddSingleton<INewsSource, Nobody>();
        services.TryAddSingleton<IQuotePlan, Nobody>();
        return services;
    }

    private sealed class Nobody : IQuoteSource, ISecondQuoteSource, IListingEventSource, IDailyHistorySource, INewsSource, IQuotePlan
    {
        public bool IsThere => false;

        public string? Refusal(Catalog catalog) => null;

        public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
            Task.FromResult(new QuoteAnswer([], TimeSpan.Zero));

        Task<IReadOnlyList<Quote>> ISecondQuoteSource.GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Quote>>([]);

        public Task<IReadOnlyList<ListingEvent>> GetAsync(
            IReadOnlyList<Symbol> symbols,
            DateTimeOffset after,
            DateTimeOffset until,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<ListingEvent>>([]);

        public Task<NewsAnswer?> GetAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
            Task.FromResult<NewsAnswer?>(null);

        public Task<IReadOnlyList<DailyHistory>> GetAsync(
            IReadOnlyList<Symbol> symbols,
            IReadOnlyList<DateOnly> sessions,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<DailyHistory>>([]);
    }
}
