using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.Testing.Crowd;

/// <summary>Twelve stocks that fall together; each a little further than the one before.</summary>
/// <param name="time">The clock.</param>
public sealed class CrowdQuotes(TimeProvider time) : IQuoteSource
{
    private const double PreviousClose = 100;
    private const double Apart = 0.1;

    /// <summary>The stocks: names that no other test or benchmark has.</summary>
    public static IReadOnlyList<Symbol> Symbols { get; } = [.. "ABCDEFGHIJKL".Select(letter => Symbol.Parse($"CRWD{letter}"))];

    /// <summary>How far they have fallen, in percent against the previous close.</summary>
    public double Fallen { get; set; }

    /// <inheritdoc/>
    public Task<QuoteAnswer> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken) =>
        Task.FromResult(
            new QuoteAnswer(
                [
                    .. Symbols
                        .Index()
                        .Where(pair => symbols.Contains(pair.Item))
                        .Select(pair => QuoteOf(pair.Item, Fallen + (Apart * pair.Index))),
                ],
                TimeSpan.Zero
            )
        );

    private Quote QuoteOf(Symbol symbol, double fallen) =>
        new(symbol, time.GetUtcNow(), Math.Round(PreviousClose - fallen, 2), PreviousClose, PreviousClose, null, PreviousClose, 1_000_000);
}
