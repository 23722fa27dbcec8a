using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MarketAlerts.Core.Tests.Rules;

/// <summary>The tables of a document whose first column is headed "rule": the rules in backticks there, and the cell behind them.</summary>
internal static partial class RuleTable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Self())!, "..", "..", ".."));

    public static IReadOnlyList<(string Heading, string Rule, string Meaning)> Read(string document)
    {
        var rows = new List<(string, string, string)>();
        var heading = "";
        foreach (var line in File.ReadLines(Path.Combine(Root, document)))
        {
            var cells = line.StartsWith('|') ? line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray() : [""];
            heading =
                cells.Length < 2 ? ""
                : cells[0] is "rule" ? cells[1]
                : heading;
            rows.AddRange(heading is "" ? [] : Quoted().Matches(cells[0]).Select(rule => (heading, rule.Groups[1].Value, cells[1])));
        }

        return rows;
    }

    private static string Self([CallerFilePath] string path = "") => path;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
