using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>
/// The quote sources of a deployment in their order: the first is asked for all symbols, each further one in the same poll for those still
/// missing. One that is later than those who answered before fills no gap: a delayed price beside real ones would look like a move. The
/// sources behind the first also settle doubts.
/// </summary>
/// <param name="lines">The sources, the primary first.</param>
public sealed class QuoteChain(IReadOnlyList<QuoteLine> lines) : IQuoteSource, ISecondQuoteSource
{
    /// <summary>The sources, the primary first.</summary>
    public IReadOnlyList<QuoteLine> Lines => lines;

    /// <inheritdoc/>
    bool ISecondQuoteSource.IsThere => lines.Count > 1;

    /// <inheritdoc/>
    public async Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        var quotes = new List<Quote>(symbols.Count);
        var missing = symbols;
        TimeSpan? delay = null;
        foreach (var line in lines)
        {
            if (missing.Count > 0 && !(line.DeclaredDelay > delay))
            {
                var answer = await line.GetAsync(missing, cancellationToken);
                quotes.AddRange(answer);
                missing = Without(missing, answer);
                delay ??= answer.Count > 0 ? line.DeclaredDelay : null;
            }
        }

        return new QuoteAnswer(quotes, delay ?? TimeSpan.Zero);
    }

    /// <inheritdoc/>
    async Task<IReadOnlyList<Quote>> ISecondQuoteSource.GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        foreach (var line in lines.Skip(1))
        {
            if (await line.GetAsync(symbols, cancellationToken) is { Count: > 0 } answer)
            {
                return answer;
            }
        }

        return [];
    }

    private static IReadOnlyList<Symbol> Without(IReadOnlyList<Symbol> symbols, IReadOnlyList<Quote> answer)
    {
        var told = answer.Select(quote => quote.Symbol).ToHashSet();
        return told.Count is 0 ? symbols : [.. symbols.Where(symbol => !told.Contains(symbol))];
    }
}

/// <summary>Which sources a deployment has; section <c>Quotes</c> of the settings.</summary>
public sealed class QuoteChainOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes";

    /// <summary>The sources by name, the primary first, the others in the order in which they stand in for it.</summary>
    /// <value>every source that has a key, else <c>stooq</c>, which needs none</value>
    public IList<string> Sources { get; } = [];
}
