using FsCheck.Xunit;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>move-5m unless said otherwise; levels in 1/10,000 of a percent.</summary>
public sealed class WindowMoveTests
{
    private static readonly ISymbolMetric FiveMinutes = SymbolMetrics.Find(MetricId.Move5m)!;

    private readonly PageRun _run = new("NVDA");

    [Fact]
    public void Compute_FallsFromTheHighest_WhateverClockMinuteThatWasIn()
    {
        // 100, 103, 99.91 within 15 minutes: 3.09 / 103 = 3 % down; from the lowest, itself, 0 % up.
        Walk(("14:31", 100), ("14:38", 103), ("14:45", 99.91));

        var (falling, rising) = SymbolMetrics.Find(MetricId.Move15m)!.Both(_run.First);
        falling.ShouldBe(3, 1e-9);
        rising.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Compute_HasNoValue_ForAQuoteAloneInItsWindow()
    {
        Walk(("14:31", 100));
        FiveMinutes.Both(_run.First).ShouldBe((double.NaN, double.NaN));

        Walk(("14:36:01", 104));
        FiveMinutes.Both(_run.First).ShouldBe((double.NaN, double.NaN));
        SymbolMetrics.Find(MetricId.Move15m)!.Both(_run.First).Rising.ShouldBe(4, 1e-9);
    }

    // The window's both ends are included: five minutes ago counts, a second more does not.
    [Theory]
    [InlineData("14:36:00", 4)]
    [InlineData("14:36:01", 2)]
    public void Compute_ReachesBack_ExactlyTheWindowsLength(string time, double rising)
    {
        Walk(("14:31", 100), ("14:34", 102), (time, 104));

        // From 100: +4 %; from 102: 2 / 102 = +1.9608 %.
        FiveMinutes.Both(_run.First).Rising.ShouldBe(rising is 4 ? 4 : 1.9608, 0.0001);
    }

    [Fact]
    public void Compute_IsAnOverlap_NeverTheNightBefore()
    {
        Walk(("20:59", 100));

        _run.Poll(Given.Quote("NVDA", "2025-01-28T14:31Z", 103, 100));
        SymbolMetrics.Find(MetricId.Move60m)!.Both(_run.First).ShouldBe((double.NaN, double.NaN));
        _run.Poll(Given.Quote("NVDA", "2025-01-28T14:32Z", 104, 100));
        SymbolMetrics.Find(MetricId.Move60m)!.Both(_run.First).Rising.ShouldBe(0.9709, 0.0001); // 1 / 103
    }

    // 3 % down; at half, -1.5 %, the first quote only starts the minute.
    [Theory]
    [InlineData("14:33:59", false)]
    [InlineData("14:34:00", true)]
    public void Detect_EndsTheEpisode_AfterTwoQuotesAMinuteApartAtHalf(string second, bool ends)
    {
        Walk(("14:31", 100), ("14:32", 97), ("14:33", 98.5), (second, 98.6));

        // 98.6 is -1.4 %: what the next fall counts from.
        _run.First.ExtremeOf(MetricId.Move5m, Direction.Down).ShouldBe(ends ? 14_000 : 30_000);
    }

    // The same among eight others: none of them wants a level, so all go through the vectors together.
    [Theory]
    [InlineData("14:33:59", 30_000)]
    [InlineData("14:34:00", 14_000)]
    public void Detect_EndsTheEpisodeOfAll_WhenAWholePageIsBackAtHalf(string second, long extreme)
    {
        string[] symbols = [.. Enumerable.Range(0, 9).Select(number => $"S{number}")];
        var run = new PageRun(string.Join(' ', symbols));
        foreach (var (time, last) in (ReadOnlySpan<(string, double)>)[("14:31", 100), ("14:32", 97), ("14:33", 98.5), (second, 98.6)])
        {
            run.Poll([.. symbols.Select(symbol => Given.Quote(symbol, time, last))]);
        }

        run.Page.Symbols.ShouldAllBe(state => state.ExtremeOf(MetricId.Move5m, Direction.Down) == extreme);
    }

    [Fact]
    public void Detect_KeepsTheEpisode_WhenTheSecondQuoteIsBeyondHalfAgain()
    {
        Walk(("14:31", 100), ("14:32", 97), ("14:33", 98.5), ("14:34", 98.4), ("14:35", 98.5), ("14:35:59", 98.5));

        _run.First.ExtremeOf(MetricId.Move5m, Direction.Down).ShouldBe(30_000);
    }

    [Fact]
    public void Detect_FiresAgain_OnlyAboveTheValueTheEpisodeEndedAt()
    {
        _run.Want("NVDA", MetricId.Move5m, Direction.Down, 12_000, 20_000);
        Walk(("14:31", 100)).ShouldBeEmpty();
        Walk(("14:32", 97)).ShouldBe([new Crossing(MetricId.Move5m, Direction.Down, 0, 30_000)]);
        Walk(("14:33", 98.5), ("14:34", 98.6)).ShouldBeEmpty();

        // It ended at -1.4 %: 1.2 % is told, 2 % fires again at 98 x ... -2 %, once.
        Walk(("14:35", 98.55)).ShouldBeEmpty();
        Walk(("14:36", 97.9)).ShouldBe([new Crossing(MetricId.Move5m, Direction.Down, 14_500, 21_000)]);
        Walk(("14:36:30", 97.9)).ShouldBeEmpty();
    }

    [Fact]
    public void Detect_BeginsAnew_WithTheSession()
    {
        Walk(("14:31", 100), ("14:32", 97));

        _run.Poll(Given.Quote("NVDA", "2025-01-28T14:31Z", 97, 97));

        _run.First.ExtremeOf(MetricId.Move5m, Direction.Down).ShouldBe(0);
    }

    [Property(MaxTest = 100)]
    public void HighestAndLowest_AgreeWithASearch_ForAnyTimesAndPrices(int seed)
    {
        var random = new Random(seed);
        var windows = new PriceWindows();
        windows.Grow(3);
        var pushed = new List<(int Seconds, double Price)>();
        var (seconds, price) = (1_000_000, 100.0);
        for (var quote = 0; quote < 150; quote++)
        {
            // At least a minute apart, so that an hour never holds more than are kept.
            seconds += 60 + (random.Next(4) is 0 ? random.Next(1_000) : random.Next(5));
            price = Math.Round(price * (0.97 + (0.06 * random.NextDouble())), 2);
            pushed.Add((seconds, price));
            windows.Poll(1, seconds, price);
            for (var window = 0; window < PriceWindows.LengthsInSeconds.Length; window++)
            {
                var inside = pushed
                    .Where(point => point.Seconds >= seconds - PriceWindows.LengthsInSeconds[window])
                    .Select(point => point.Price)
                    .ToArray();
                windows
                    .Highest(window)[1]
                    .ShouldBe(inside.Length is 1 ? double.NaN : inside.Max(), $"quote {quote}, window {window}, seed {seed}");
                windows
                    .Lowest(window)[1]
                    .ShouldBe(inside.Length is 1 ? double.NaN : inside.Min(), $"quote {quote}, window {window}, seed {seed}");
            }
        }

        windows.PointsOf(1).Select(point => (point.Seconds, point.Price)).ShouldBe(pushed.TakeLast(PriceWindows.Capacity));
        windows.Highest(0)[0].ShouldBe(double.NaN, "the neighbours have no quote");
    }

    // What a page stores are the points: restored they give the same windows.
    [Property(MaxTest = 50)]
    public void PointsOf_GiveTheSameWindows_WhenRestored(int seed)
    {
        var random = new Random(seed);
        var (windows, restored) = (new PriceWindows(), new PriceWindows());
        windows.Grow(1);
        restored.Grow(1);
        var seconds = 1_000_000;
        for (var quote = 0; quote < random.Next(1, 130); quote++)
        {
            windows.Poll(0, seconds += random.Next(60, 400), random.Next(90, 110));
        }

        foreach (var (pollsAgo, at, price) in windows.PointsOf(0).ToArray())
        {
            restored.Restore(0, pollsAgo, at, price);
        }

        restored.RestoreAll();

        for (var window = 0; window < PriceWindows.LengthsInSeconds.Length; window++)
        {
            restored.Highest(window)[0].ShouldBe(windows.Highest(window)[0], $"seed {seed}");
            restored.Lowest(window)[0].ShouldBe(windows.Lowest(window)[0], $"seed {seed}");
        }
    }

    [Fact]
    public void Clear_ForgetsTheSymbol()
    {
        var windows = new PriceWindows();
        windows.Grow(1);
        windows.Poll(0, 1_000, 500);
        windows.Poll(0, 1_060, 510);

        windows.Clear(0);
        windows.Highest(0)[0].ShouldBe(double.NaN);
        windows.Poll(0, 1_120, 51);
        windows.Highest(3)[0].ShouldBe(double.NaN, "alone again");
        windows.Poll(0, 1_180, 50);

        (windows.Highest(3)[0], windows.Lowest(3)[0]).ShouldBe((51, 50));
    }

    private Crossing[] Walk(params (string Time, double Last)[] quotes) =>
        [.. quotes.SelectMany(quote => _run.Poll(Given.Quote("NVDA", quote.Time, quote.Last))).Select(pending => pending.Crossing)];
}
