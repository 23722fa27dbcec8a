using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>The close of 27 January 2025, as every case writes it in its way.</summary>
internal static class GivenQuote
{
    public static readonly DateTimeOffset Close = new(2025, 1, 27, 21, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Year2099 = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Quote Nvda = new(Symbol.Parse("NVDA"), Close, 118.42, 124.8, 128.4, 116.7, 142.62, 818_830_900);

    public static readonly Quote Msft = new(Symbol.Parse("MSFT"), Close, 434.56, 424.01, 435.2, 423.5, 444.06, 35_647_800);

    public static IReadOnlyList<Symbol> Symbols { get; } = [Nvda.Symbol, Msft.Symbol];

    public static IReadOnlyList<Symbol> ManySymbols(int count) =>
        [.. Enumerable.Range(0, count).Select(number => Symbol.Parse(NameOf(number)))];

    /// <summary>Letters only: AAA, AAB, and so on.</summary>
    private static string NameOf(int number) =>
        new([(char)('A' + (number / 676)), (char)('A' + (number / 26 % 26)), (char)('A' + (number % 26))]);
}
