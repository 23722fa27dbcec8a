using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>Friday closed at 120, Monday at 118. New York's pre-market is 09:00 to 14:30 UTC, the after-hours 21:00 to 01:00.</summary>
public sealed class ExtendedMoveTests
{
    private readonly PageRun _run = new("NVDA");

    public ExtendedMoveTests()
    {
        foreach (var metric in SymbolMetrics.All.Select(metric => metric.Id).Append(MetricId.Price))
        {
            _run.Want("NVDA", metric, Direction.Down, 1, 1_190_000).Want("NVDA", metric, Direction.Up, 1, 1_210_000);
        }
    }

    [Fact]
    public void Detect_MovesPreMoveAlone_BeforeTheOpen()
    {
        // 115.20 / 120 = -4 %.
        _run.Poll(Given.Quote("NVDA", "12:00", 115.20, 120))
            .Select(pending => pending.Crossing)
            .ShouldBe([new Crossing(MetricId.PreMove, Direction.Down, 0, 40_000)]);

        (_run.First.Session, _run.First.Told, double.IsNaN(_run.First.Last), _run.Columns.Windows.PointsOf(0).Any()).ShouldBe(
            (null, null, true, false)
        );
    }

    [Fact]
    public void Detect_MovesAfterMoveAlone_AfterTheClose()
    {
        _run.Poll(Given.Quote("NVDA", "20:59:30", 118, 120));

        // 121.54 against today's close of 118 is +3 %, whatever the previous close was.
        _run.Poll(Given.Quote("NVDA", "21:05", 121.54, 120))
            .Select(pending => pending.Crossing)
            .ShouldBe([new Crossing(MetricId.AfterMove, Direction.Up, 0, 30_000)]);
        (_run.First.Last, _run.First.QuoteTime).ShouldBe((118, Given.At("20:59:30")));
    }

    [Fact]
    public void Detect_HasNoAfterMove_WhenTodaysCloseIsNotKnown()
    {
        _run.Poll(Given.Quote("NVDA", "21:05", 121, 120)).ShouldBeEmpty();

        new AfterMove().Both(_run.First).ShouldBe((double.NaN, double.NaN));
    }

    [Fact]
    public void Detect_LeavesPreMoveAsItWas_DuringTheSession()
    {
        _run.Poll(Given.Quote("NVDA", "14:20", 115.20, 120));
        _run.Poll(Given.Quote("NVDA", "14:31", 117, 120)).ShouldNotContain(pending => pending.Crossing.Metric == MetricId.PreMove);

        _run.First.ExtremeOf(MetricId.PreMove, Direction.Down).ShouldBe(40_000);
        _run.First.ExtremeOf(MetricId.DayMove, Direction.Down).ShouldBe(25_000); // 117 / 120
    }

    [Fact]
    public void Detect_BeginsAnew_WithTheNextPreMarket()
    {
        _run.Poll(Given.Quote("NVDA", "12:00", 115.20, 120));
        _run.Poll(Given.Quote("NVDA", "20:59:30", 118, 120));
        _run.Poll(Given.Quote("NVDA", "21:05", 121.54, 120));

        // 116.82 / 118 = -1 %.
        _run.Poll(Given.Quote("NVDA", "2025-01-28T12:00Z", 116.82, 118))
            .ShouldHaveSingleItem()
            .Crossing.ShouldBe(new Crossing(MetricId.PreMove, Direction.Down, 0, 10_000));
        _run.First.ExtremeOf(MetricId.AfterMove, Direction.Up).ShouldBe(30_000, "the after-hours of Monday are over, not begun anew");
    }

    [Fact]
    public void Detect_HoldsAJump_BeforeTheOpenToo()
    {
        _run.Judge(Given.Quote("NVDA", "12:00", 110, 120)).ShouldBe(Core.Market.Verdicts.VerdictReason.WarmUp);
        _run.Poll(Given.Quote("NVDA", "12:01", 110, 120)).ShouldHaveSingleItem().Crossing.To.ShouldBe(83_333);
    }
}
