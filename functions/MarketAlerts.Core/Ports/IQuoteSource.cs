using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Ports;

/// <summary>Where quotes come from.</summary>
public interface IQuoteSource
{
    /// <summary>The newest quotes of some symbols. A source that is down answers with none: nobody fell to zero.</summary>
    Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
