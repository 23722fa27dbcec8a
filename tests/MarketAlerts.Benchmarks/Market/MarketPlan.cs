namespace MarketAlerts.Benchmarks.Market;

/// <summary>10,000 symbols on 20 pages, basket by basket; the first symbol of a basket is its benchmark.</summary>
internal static class MarketPlan
{
    public const int SymbolsPerPage = 500;
    private const int Seed = 7;
    private const int SmallestBasket = 10;
    private const int LargestBasket = 25;

    /// <summary>Where each basket begins, with the end behind the last.</summary>
    public static IReadOnlyList<int> BasketStarts { get; } = [.. Starts()];

    /// <summary>The page of a symbol's number.</summary>
    public static string PageOf(int symbol) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{symbol / SymbolsPerPage:D4}");

    private static IEnumerable<int> Starts()
    {
        var draws = new Draws(Seed);
        for (var start = 0; start < Tickers.Count; )
        {
            yield return start;
            var left = SymbolsPerPage - (start % SymbolsPerPage);
            var size = draws.Whole(SmallestBasket, LargestBasket + 1);
            // No basket lies on two pages or is left too small.
            start += left - size < SmallestBasket ? Math.Min(left, LargestBasket) : size;
        }

        yield return Tickers.Count;
    }
}
