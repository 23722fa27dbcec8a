using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketAlerts.LocalHost.Commands.Tests;

/// <summary>What <c>dotnet test</c> said in the end.</summary>
internal sealed partial class TestSummary
{
    private readonly List<string> _failed = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The tests that failed, as they were told.</summary>
    public IReadOnlyList<string> FailedTests => _failed;

    /// <summary>The counts in one plain line.</summary>
    public string Line =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{CountOf("succeeded")} passed, {CountOf("failed")} failed, {CountOf("skipped")} skipped"
        );

    /// <summary>Whether some passed and none failed.</summary>
    public bool IsGood => CountOf("succeeded") > 0 && CountOf("failed") is 0;

    /// <summary>Takes one line of what it says.</summary>
    public void Take(string line)
    {
        if (line.StartsWith("failed ", StringComparison.Ordinal))
        {
            _failed.Add(line);
        }
        else if (Count().Match(line) is { Success: true } count)
        {
            _counts[count.Groups[1].Value] = int.Parse(count.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        }
    }

    private int CountOf(string outcome) => _counts.GetValueOrDefault(outcome);

    [GeneratedRegex(@"^\s*(succeeded|failed|skipped): (\d+)")]
    private static partial Regex Count();
}
