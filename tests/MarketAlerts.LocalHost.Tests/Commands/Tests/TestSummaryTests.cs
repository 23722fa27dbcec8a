using MarketAlerts.LocalHost.Commands.Tests;

namespace MarketAlerts.LocalHost.Tests.Commands.Tests;

public sealed class TestSummaryTests
{
    private readonly TestSummary _summary = new();

    [Fact]
    public void Line_HasTheCounts_AndTheFailedAreNamed()
    {
        Take("failed A.B.C (3ms)", "  oops", "Test run summary: Failed!", "  total: 12", "  failed: 1", "  succeeded: 9", "  skipped: 2");

        _summary.Line.ShouldBe("9 passed, 1 failed, 2 skipped");
        _summary.FailedTests.ShouldBe(["failed A.B.C (3ms)"]);
        _summary.IsGood.ShouldBeFalse();
    }

    [Fact]
    public void Summary_IsGood_WhenSomePassedAndNoneFailed()
    {
        Take("  failed: 0", "  succeeded: 9", "  skipped: 0");

        _summary.IsGood.ShouldBeTrue();
    }

    [Fact]
    public void Summary_IsNotGood_WhenNothingRan()
    {
        _summary.Line.ShouldBe("0 passed, 0 failed, 0 skipped");
        _summary.IsGood.ShouldBeFalse();
    }

    private void Take(params string[] lines) => Array.ForEach(lines, _summary.Take);
}
