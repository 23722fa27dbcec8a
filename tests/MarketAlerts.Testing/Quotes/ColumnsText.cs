using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Testing.Quotes;

/// <summary>
/// Everything in a page's columns that is stored or follows from what is stored, as text: a line a symbol, numbers in full.
/// </summary>
public static class ColumnsText
{
    /// <summary>All rows.</summary>
    public static string[] Of(SymbolColumns columns) => [.. Enumerable.Range(0, columns.Symbols.Count).Select(row => Of(columns, row))];

    /// <summary>One row.</summary>
    public static string Of(SymbolColumns columns, int row) =>
        string.Join(
            ' ',
            columns.Symbols[row],
            columns.Session[row],
            columns.QuoteTime[row],
            columns.LastVerdict[row],
            columns.Unverified[row],
            columns.Sources[row],
            Text(
                columns.Last[row],
                columns.Open[row],
                columns.PreviousClose[row],
                columns.Volume[row],
                columns.UsualVolumeSoFar[row],
                columns.UsualDay[row],
                columns.UsualVolume[row],
                columns.BenchmarkMove[row],
                columns.PreMarketLast[row],
                columns.PreMarketBase[row],
                columns.AfterHoursLast[row],
                columns.AfterHoursBase[row],
                columns.ToldBelow[row],
                columns.ToldAbove[row],
                columns.SplitRatio[row],
                columns.HeldPrice[row]
            ),
            columns.HeldTime[row],
            columns.ExtendedTime[row],
            columns.HaltedSince[row],
            columns.SplitDay[row],
            columns.TracedMinute[row],
            "closes",
            columns.Closes[row].NewestSession,
            Text(columns.Closes[row].Values),
            Text(columns.Closes[row].Volumes.Select(volume => (double)volume)),
            "trail",
            string.Join(',', columns.Trails[row].Points.Select(point => $"{point.Minute}:{point.Price:R}")),
            "windows",
            WindowsOf(columns.Windows, row),
            "extremes",
            Text(
                from metric in Enumerable.Range(0, SymbolMetrics.All.Count)
                from direction in new[] { Direction.Down, Direction.Up }
                from value in new[] { columns.Episodes[metric, direction].Extreme[row], columns.Episodes[metric, direction].HalfSince[row] }
                select (double)value
            )
        );

    private static string WindowsOf(PriceWindows windows, int row) =>
        string.Join(
            ' ',
            Text(windows.SinceLast[row], windows.Newest[row]),
            string.Join(',', windows.PointsOf(row).Select(point => $"{point.Seconds}:{point.Price:R}")),
            Text(
                Enumerable
                    .Range(0, PriceWindows.LengthsInSeconds.Length)
                    .SelectMany(window => new[] { windows.Highest(window)[row], windows.Lowest(window)[row] })
            )
        );

    private static string Text(params IEnumerable<double> values) =>
        string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
