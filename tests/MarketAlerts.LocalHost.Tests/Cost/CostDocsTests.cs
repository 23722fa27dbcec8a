using System.Globalization;
using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Tests.Mails;

namespace MarketAlerts.LocalHost.Tests.Cost;

/// <summary>docs/cost.md shows what the command prints, and what was promised holds.</summary>
public sealed class CostDocsTests
{
    private static readonly CostReport Small = ReportOf(1_000, 1_000, 1);
    private static readonly CostReport Large = ReportOf(10_000, 1_000_000, 1);
    private static readonly CostReport Crash = ReportOf(10_000, 1_000_000, 5);
    private static readonly string Page = File.ReadAllText(Path.Combine(RenderedMails.Root, "docs", "cost.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Page_ShowsWhatTheCommandPrints()
    {
        foreach (var report in new[] { Small, Large, Crash })
        {
            Page.ShouldContain($"```\n{report.Tables.TrimEnd('\n')}\n```\n", Case.Sensitive, $"docs/cost.md must show:\n{report.Tables}");
        }

        Page.ShouldContain(
            $"```\n{Large.LimitsAndPrices.TrimEnd('\n')}\n```\n",
            Case.Sensitive,
            $"docs/cost.md must show:\n{Large.LimitsAndPrices}"
        );
    }

    /// <summary>What is kept warm is paid for whether it works or not: a line of its own, and that much in the sum.</summary>
    [Fact]
    public void Bill_HasTheInstancesKeptWarm_WhenThereAreAny()
    {
        var warm = new CostReport(new CostInputs(10_000, 1_000_000, 1) { AlwaysReady = 4 }, Operations.BuiltIn, new Prices());

        warm.Ours.Ready.ShouldBe(4 * 0.5 * 30 * 24 * 3_600 * 0.000004, 1e-9);
        (warm.Ours.Total - Large.Ours.Total).ShouldBe(warm.Ours.Ready, 1e-9);
        (warm.Naive.Total - Large.Naive.Total).ShouldBe(warm.Ours.Ready, 1e-9);
        warm.Tables.ShouldContain("4 always ready");
        Large.Tables.ShouldNotContain("always ready");
        Page.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"(`--always-ready 4`) | ${warm.Ours.Total:0.00} |"));
    }

    [Fact]
    public void Total_StaysBelowWhatWasPromised()
    {
        Small.Ours.Total.ShouldBeLessThan(15);
        Large.Ours.Total.ShouldBeLessThan(25);
        ReportOf(10_000, 1_000_000, 2).Ours.Total.ShouldBeLessThan(25);
        Crash.Naive.Total.ShouldBeGreaterThan(300);
    }

    private static CostReport ReportOf(int symbols, int subscribers, double alerts) =>
        new(new CostInputs(symbols, subscribers, alerts), Operations.BuiltIn, new Prices());
}
