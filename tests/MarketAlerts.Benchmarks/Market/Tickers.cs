using MarketAlerts.Core.Market;

namespace MarketAlerts.Benchmarks.Market;

/// <summary>10,000 made-up tickers; the first, and most popular, is NVDA.</summary>
internal static class Tickers
{
    public const int Count = 10_000;
    private const int Letters = 26;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Symbol> All { get; } = [.. Enumerable.Range(0, Count).Select(TickerOf).Select(Symbol.Parse)];

    private static string TickerOf(int number) =>
        number is 0 ? "NVDA" : new([LetterOf(number / Letters / Letters), LetterOf(number / Letters), LetterOf(number)]);

    private static char LetterOf(int number) => (char)('A' + (number % Letters));
}
