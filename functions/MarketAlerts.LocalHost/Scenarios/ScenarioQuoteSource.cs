using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>Answers from a scenario as of the virtual clock: a symbol keeps the last row that arrived until the next.</summary>
internal sealed class ScenarioQuoteSource(Scenario scenario, TimeProvider time) : IQuoteSource
{
    private readonly Dictionary<Symbol, ScenarioQuote[]> _quotes = scenario
        .Quotes.GroupBy(row => row.Quote.Symbol)
        .ToDictionary(group => group.Key, group => group.OrderBy(row => row.ArrivesAt).ToArray());

    /// <inheritdoc/>
    public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(new QuoteAnswer([.. symbols.Select(symbol => NewestOf(symbol, now)).OfType<Quote>()], TimeSpan.Zero));
    }

    private Quote? NewestOf(Symbol symbol, DateTimeOffset now)
    {
        var rows = _quotes.GetValueOrDefault(symbol, []);
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].ArrivesAt <= now ? (middle + 1, high) : (low, middle);
        }

        return low is 0 ? null : rows[low - 1].Quote;
    }
}

/// <summary>A row of <c>quotes.csv</c>.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="ArrivesAt">From when the source tells it; its market time unless the row says otherwise (column
/// <c>arrives_utc</c>).</param>
internal readonly record struct ScenarioQuote(Quote Quote, DateTimeOffset ArrivesAt);
