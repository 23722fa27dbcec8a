using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>Notes beside every symbol how its benchmark stands, once the poll's quotes were taken.</summary>
internal static class Benchmarks
{
    /// <summary>A benchmark's quote that is older or newer than the symbol's by more than this says nothing.</summary>
    private const long FurthestApart = 2 * TimeSpan.TicksPerMinute;

    public static void Take(MarketPage page, Catalog catalog)
    {
        var symbols = page.Columns;
        var benchmarks = page.BenchmarkRows(catalog);
        var (known, move) = (-1, double.NaN); // Neighbours share one.
        for (var row = 0; row < benchmarks.Length; row++)
        {
            var benchmark = benchmarks[row];
            if (benchmark >= 0 && benchmark != known)
            {
                (known, move) = (benchmark, Percent.Change(symbols.PreviousClose[benchmark], symbols.Last[benchmark]));
            }

            symbols.BenchmarkMove[row] =
                benchmark >= 0
                && symbols.Session[benchmark] == symbols.Session[row]
                && Math.Abs(symbols.QuoteTime[benchmark] - symbols.QuoteTime[row]) <= FurthestApart
                    ? move
                    : double.NaN;
        }
    }
}
