using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Ports;

/// <summary>Another source of quotes, asked only about symbols that jumped without proof.</summary>
public interface ISecondQuoteSource
{
    /// <summary>Its newest quotes of some symbols; a symbol it has none for is left out. It may be down: then nobody is confirmed, and nothing else happens.</summary>
    Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
