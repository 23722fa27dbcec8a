using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.History;

/// <summary>One provider of daily closes, asked over HTTP. It neither retries nor counts its quota: its line in the chain does.</summary>
public interface IHistoryProvider
{
    /// <summary>Its name in settings, health rows and messages, lower case; that of its quotes.</summary>
    string Name { get; }

    /// <summary>
    /// How many symbols of so many it wants to be asked about at once: what a failure in between loses is no more than that.
    /// </summary>
    int SymbolsAtOnce(int symbols, int sessions);

    /// <summary>
    /// The closes of every symbol that is asked for, split-adjusted, in the sessions that are asked for and no others; none of a symbol
    /// that it does not know.
    /// </summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    );
}
