using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>Symbols of which every column that a metric may look at is known.</summary>
internal static class GivenColumns
{
    /// <summary>Pages that end within, at and after a vector, whatever its width.</summary>
    public static int[] PageSizes { get; } = [1, 3, 8, 9, 17];

    /// <summary>All metrics by name, for theories.</summary>
    public static TheoryData<MetricId> Metrics => [.. SymbolMetrics.All.Select(metric => metric.Id)];

    /// <summary>So many symbols whose figures are all different, and all known.</summary>
    public static SymbolColumns Full(int count)
    {
        var columns = new SymbolColumns();
        columns.Add([.. Enumerable.Range(0, count).Select(row => Given.Sym($"S{row:D2}"))]);
        for (var row = 0; row < count; row++)
        {
            Fill(columns, row, row);
        }

        return columns;
    }

    /// <summary>One symbol with the figures that it has as a row of a full page.</summary>
    public static SymbolState Alone(int number)
    {
        var state = new SymbolState(Given.Sym("ALONE"));
        Fill(state.Columns, 0, number);
        return state;
    }

    private static void Fill(SymbolColumns columns, int row, int number)
    {
        var random = new Random(number);
        var start = (int)Given.At("15:00").ToUnixTimeSeconds();
        columns.Session[row] = Given.Day.DayNumber;
        (columns.PreviousClose[row], columns.Open[row]) = (Price(), Price());
        (columns.UsualDay[row], columns.BenchmarkMove[row]) = (1 + (3 * random.NextDouble()), 2 * random.NextDouble());
        (columns.Volume[row], columns.UsualVolumeSoFar[row]) = (random.Next(1, 1_000_000), random.Next(1, 1_000_000));
        (columns.PreMarketLast[row], columns.PreMarketBase[row]) = (Price(), Price());
        (columns.AfterHoursLast[row], columns.AfterHoursBase[row]) = (Price(), Price());
        for (var quote = 0; quote < 5; quote++)
        {
            columns.Last[row] = Price();
            columns.Windows.Poll(row, start + (60 * quote), columns.Last[row]);
        }

        double Price() => Math.Round(85 + (30 * random.NextDouble()), 4);
    }
}
