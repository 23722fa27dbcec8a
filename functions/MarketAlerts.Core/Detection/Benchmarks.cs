using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Subscriptions;

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
        for (var row = 0; row < benchmarks.Length; row++)
        {
            var benchmark = benchmarks[row];
            symbols.BenchmarkMove[row] =
                benchmark >= 0 && symbols.Session[benchmark] == symbols.Session[row]
                && Math.Abs(symbols.QuoteTime[benchmark] - symbols.QuoteTime[row]) <= FurthestApart
                    ? Percent.Change(symbols.PreviousClose[benchmark], symbols.Last[benchmark])
                    : double.NaN;
        }
    }
}
