using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>Where quotes come from.</summary>
public interface IQuoteSource
{
    /// <summary>The newest quotes of some symbols. A source that is down answers with none: nobody fell to zero.</summary>
    Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}

/// <summary>Another source of quotes, asked only about symbols that jumped without proof or became severe.</summary>
public interface ISecondQuoteSource
{
    /// <summary>Whether there is anybody to ask: a replay has nobody.</summary>
    bool IsThere { get; }

    /// <summary>
    /// Its newest quotes of some symbols; a symbol it has none for is left out. It may be down: then nobody is confirmed, and nothing else
    /// happens.
    /// </summary>
    Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
