using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of the quote sources, one line each.</summary>
public static class QuoteSources
{
    /// <summary>Registers the sources; none exists yet outside of replays, so a poll finds no quotes.</summary>
    public static IServiceCollection AddQuoteSources(this IServiceCollection services)
    {
        services.TryAddSingleton<IQuoteSource, NoQuoteSource>();
        return services;
    }

    private sealed class NoQuoteSource : IQuoteSource
    {
        public TimeSpan DeclaredDelay => TimeSpan.Zero;

        public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Quote>>([]);
    }
}
