using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>Asks one provider for the splits of some days.</summary>
public interface ISplitProvider
{
    /// <summary>Its name in the settings.</summary>
    string Name { get; }

    /// <summary>The splits whose ex-date is one of the days, of every symbol.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    Task<IReadOnlyList<ShareSplit>> GetAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
