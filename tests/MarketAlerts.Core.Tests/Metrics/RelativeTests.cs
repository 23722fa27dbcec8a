using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Tests.Detection;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>NVDA's benchmark is SPY; both closed at 100.</summary>
public sealed class RelativeTests
{
    private readonly PageRun _run = new("NVDA SPY", new Basket("chips", Given.Syms("NVDA"), null, Given.Sym("SPY")));

    [Fact]
    public void Detect_CountsInPointsBeyondTheBenchmark()
    {
        _run.Want("NVDA", MetricId.Relative, Direction.Down, 30_000);

        // -4 % when SPY is -0.5 %: -3.5 points.
        _run.Poll(Given.Quote("NVDA", "14:31", 96), Given.Quote("SPY", "14:31", 99.5))
            .ShouldHaveSingleItem()
            .Crossing.ShouldBe(new Crossing(MetricId.Relative, Direction.Down, 0, 35_000));
        _run.Columns.BenchmarkMove[1].ShouldBe(double.NaN, "SPY is measured against nothing");
    }

    // Two minutes are near enough, whichever is older.
    [Theory]
    [InlineData("14:33", "14:31", true)]
    [InlineData("14:33:01", "14:31", false)]
    [InlineData("14:31", "14:33", true)]
    [InlineData("14:31", "14:33:01", false)]
    public void Detect_HasNoValue_WhenTheBenchmarksQuoteIsOfAnotherMoment(string nvda, string spy, bool hasValue)
    {
        foreach (var quote in new[] { Given.Quote("NVDA", nvda, 96), Given.Quote("SPY", spy, 99.5) }.OrderBy(quote => quote.MarketTime))
        {
            _run.Poll(quote);
        }

        double.IsNaN(new Relative().Both(_run.First).Rising).ShouldBe(!hasValue);
        _run.First.ExtremeOf(MetricId.Relative, Direction.Down).ShouldBe(hasValue ? 35_000 : 0);
    }

    [Fact]
    public void Detect_HasNoValue_WithoutABenchmark()
    {
        _run.Poll(Given.Quote("NVDA", "14:31", 96));
        new Relative().Both(_run.First).ShouldBe((double.NaN, double.NaN));

        _run.Regroup(new Basket("chips", Given.Syms("NVDA"), null))
            .Poll(Given.Quote("NVDA", "14:32", 96), Given.Quote("SPY", "14:32", 99.5));
        new Relative().Both(_run.First).ShouldBe((double.NaN, double.NaN));
    }

    [Fact]
    public void Detect_HasNoValue_WhenTheBenchmarkHasNoQuoteOfTheSession()
    {
        _run.Poll(Given.Quote("NVDA", "20:59:30", 96), Given.Quote("SPY", "20:59:30", 99.5));

        _run.Poll(Given.Quote("NVDA", "2025-01-28T14:31Z", 96, 96));

        new Relative().Both(_run.First).ShouldBe((double.NaN, double.NaN));
    }
}
