using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Ports;

/// <summary>Where quotes come from.</summary>
public interface IQuoteSource
{
    /// <summary>How late the source says its quotes are.</summary>
    TimeSpan DeclaredDelay { get; }

    /// <summary>The newest quotes of some symbols; a symbol it has none for is left out.</summary>
    Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
