namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>docs/feeds.md says what the contract suite holds every kind of feed to.</summary>
public sealed class FeedDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository(), "docs", "feeds.md"));

    [Fact]
    public void Faults_AreListed_WithTheirOutcomes() =>
        TableUnder("## Faults").ShouldBe(FeedFaults.All.Select(fault => $"| {fault.Name} | {fault.Outcome} | {fault.AskedAgain} |"));

    [Fact]
    public void Kinds_AreListed_ByTheirNames() =>
        TableUnder("## Kinds").Select(row => row.Split('|')[1].Trim()).ShouldBe(FeedKinds.All.Select(kind => kind.Name));

    private static IEnumerable<string> TableUnder(string heading) =>
        Lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2);

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MarketAlerts.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
