using System.Globalization;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>The rows of a workload as a table; a row is compared with the bound and with ours of the same unit, best with best.</summary>
internal static class RowTable
{
    private static readonly string[] Heading = ["contender", "median", "min", "unit", "x bound", "x ours"];

    /// <summary>The table as lines.</summary>
    public static string Of(IReadOnlyList<Row> rows)
    {
        string[][] cells = [Heading, .. rows.Select(row => CellsOf(row, rows))];
        var widths = Enumerable.Range(0, Heading.Length).Select(column => cells.Max(line => line[column].Length)).ToArray();
        return string.Join(
                '\n',
                cells.Select(line => "  " + string.Join("  ", line.Select((cell, column) => Align(cell, column, widths[column]))).TrimEnd())
            ) + "\n";
    }

    private static string[] CellsOf(Row row, IReadOnlyList<Row> rows) =>
        [
            row.Contender,
            Figure(row.Median),
            Figure(row.Min),
            row.Unit,
            Ratio(row, rows, ContenderKind.Bound),
            Ratio(row, rows, ContenderKind.Ours),
        ];

    private static string Ratio(Row row, IReadOnlyList<Row> rows, ContenderKind kind)
    {
        var other = rows.FirstOrDefault(candidate => candidate.Kind == kind && candidate.Unit == row.Unit);
        return other is null || other.Min is 0 ? "" : Figure(row.Min / other.Min);
    }

    private static string Figure(double value) =>
        value.ToString(
            value is 0 || value >= 100 ? "#,0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );

    private static string Align(string cell, int column, int width) => column is 0 or 3 ? cell.PadRight(width) : cell.PadLeft(width);
}
