using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>Where quotes come from.</summary>
public interface IQuoteSource
{
    /// <summary>The newest quotes of some symbols. A source that is down answers with none: nobody fell to zero.</summary>
    Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
