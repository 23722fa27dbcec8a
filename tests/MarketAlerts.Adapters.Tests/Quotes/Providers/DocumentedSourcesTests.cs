using System.Globalization;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>The tables of docs/sources.md say what the contract asks and what the providers declare.</summary>
public sealed class DocumentedSourcesTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository(), "docs", "sources.md"));

    [Fact]
    public void Outcomes_AreDocumented_ForEveryAnswerOfTheContract() =>
        Rows("### What becomes of an answer")
            .Select(row => (row[0], row[1]))
            .ShouldBe(AnswerCases.All.Select(answer => (answer.Name, answer.Outcome)));

    [Fact]
    public async Task Providers_AreDocumented_WithTheirCallsAndDelays()
    {
        await using var bench = await ProviderBench.StartAsync("");

        Rows("### Providers")
            .Select(row => string.Join(' ', row[0], row[1], row[4]))
            .ShouldBe(
                ProviderCases
                    .All.Select(bench.Provider)
                    .Select(provider =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"`{provider.Name}` {provider.CallsFor(10_000)} {provider.DeclaredDelay.TotalSeconds} s"
                        )
                    )
            );
    }

    /// <summary>The cells of the first table under a heading, without its head.</summary>
    private static IEnumerable<string[]> Rows(string heading) =>
        Lines
            .SkipWhile(line => line != heading)
            .SkipWhile(line => !line.StartsWith("|--", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

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
