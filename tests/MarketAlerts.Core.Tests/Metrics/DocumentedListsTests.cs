using System.Text.RegularExpressions;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>
/// docs/metrics.md and docs/guards.md list what there is: a metric, a reason or a setting that they lack, or that is gone, fails here.
/// </summary>
public sealed partial class DocumentedListsTests
{
    private static readonly string Metrics = Page("metrics.md");
    private static readonly string Guards = Page("guards.md");

    [Fact]
    public void Metrics_AreListed_ByTheirNames() =>
        NamesIn(Metrics, "## The list").Order().ShouldBe(Enum.GetValues<MetricId>().Select(NameOf).Order());

    [Fact]
    public void Guards_AreListed_ByTheirReasons() =>
        NamesIn(Guards, "## The reasons").Order().ShouldBe(Enum.GetNames<VerdictReason>().Order());

    [Fact]
    public void GuardSettings_AreListed_WithTheirDefaults()
    {
        var options = new GuardOptions();
        foreach (var property in typeof(GuardOptions).GetProperties())
        {
            Guards.ShouldContain(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"`{property.Name}` {property.GetValue(options)}")
            );
        }
    }

    /// <summary>What stands in back-quotes in the first column of the table under a heading.</summary>
    private static IEnumerable<string> NamesIn(string page, string heading)
    {
        var section = page[(page.IndexOf($"\n{heading}\n", StringComparison.Ordinal) + heading.Length + 2)..];
        section = section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
        var rows = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        return rows.SelectMany(row => Quoted().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value));
    }

    /// <summary>DayMove is day-move, Move5m is move-5m.</summary>
    private static string NameOf(MetricId id) => WordStart().Replace(id.ToString(), "-$0").TrimStart('-').ToLowerInvariant();

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository(), "docs", name));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MarketAlerts.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Z]|[0-9]+")]
    private static partial Regex WordStart();
}
