using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of the quote sources, one line each.</summary>
public static class QuoteSources
{
    /// <summary>Registers the sources; none exists yet outside of replays, so a poll finds no quotes, asks nobody else and hears of no halt.</summary>
    public static IServiceCollection AddQuoteSources(this IServiceCollection services)
    {
        services.TryAddSingleton<IQuoteSource, NoSource>();
        services.TryAddSingleton<ISecondQuoteSource, NoSource>();
        services.TryAddSingleton<IListingEventSource, NoSource>();
        return services;
    }

    private sealed class NoSource : IQuoteSource, ISecondQuoteSource, IListingEventSource
    {
        public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
            Task.FromResult(new QuoteAnswer([], TimeSpan.Zero));

        Task<IReadOnlyList<Quote>> ISecondQuoteSource.GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Quote>>([]);

        public Task<IReadOnlyList<ListingEvent>> GetAsync(
            IReadOnlyList<Symbol> symbols, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ListingEvent>>([]);
    }
}
