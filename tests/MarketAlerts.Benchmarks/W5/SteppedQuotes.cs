using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.Benchmarks.W5;

/// <summary>Quotes from memory: every symbol stands at one share of its previous close.</summary>
/// <param name="time">The market's clock.</param>
internal sealed class SteppedQuotes(TimeProvider time) : IQuoteSource
{
    private readonly Dictionary<Symbol, double> _closes = Tickers
        .All.Index()
        .ToDictionary(pair => pair.Item, pair => 20.0 + (pair.Index % 380));

    /// <summary>Where the market stands, in percent against the previous close.</summary>
    public double Percent { get; set; }

    public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Task.FromResult(new QuoteAnswer([.. symbols.Select(QuoteOf)], TimeSpan.Zero));

    private Quote QuoteOf(Symbol symbol)
    {
        var close = _closes[symbol];
        var last = close * (1 + (Percent / 100));
        return new Quote(symbol, time.GetUtcNow(), last, close, Math.Max(close, last), Math.Min(close, last), close, 1_000_000);
    }
}
