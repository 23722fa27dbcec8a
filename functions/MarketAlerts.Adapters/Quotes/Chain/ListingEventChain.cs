using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>Several sources of halts, resumptions and splits as one. Of a split that several tell, the first one's word counts.</summary>
/// <param name="sources">The sources.</param>
public sealed class ListingEventChain(IReadOnlyList<IListingEventSource> sources) : IListingEventSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var told = new List<ListingEvent>();
        foreach (var source in sources)
        {
            told.AddRange(await source.GetAsync(symbols, after, until, cancellationToken));
        }

        var splits = told.Where(next => next.Kind is ListingEventKind.Split).DistinctBy(split => (split.Symbol, split.Time));
        return
        [
            .. told.Where(next => next.Kind is not ListingEventKind.Split)
                .Concat(splits)
                .OrderBy(next => next.Time)
                .ThenBy(next => next.Kind),
        ];
    }
}
