using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>One provider of quotes, asked over HTTP. It neither retries nor counts its quota: its line in the chain does.</summary>
public interface IQuoteProvider
{
    /// <summary>Its name in settings, health rows and messages, lower case.</summary>
    string Name { get; }

    /// <summary>How late it says its quotes are.</summary>
    TimeSpan DeclaredDelay { get; }

    /// <summary>How many calls a poll of so many symbols takes.</summary>
    int CallsFor(int symbols);

    /// <summary>The newest quotes of some symbols; a symbol that is unknown, idle or garbled is left out, the others are not.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
