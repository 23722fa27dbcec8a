using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>What every metric of a symbol keeps to.</summary>
public sealed class SymbolMetricContract
{
    public static TheoryData<MetricId> Metrics => GivenColumns.Metrics;

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compute_IsNoValueBothWays_WithoutData(MetricId id) =>
        Metric(id).Both(new SymbolState(Given.Sym("NVDA"))).ShouldBe((double.NaN, double.NaN));

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compute_IsAValue_WithAllData(MetricId id)
    {
        var (falling, rising) = Metric(id).Both(GivenColumns.Alone(1));

        double.IsFinite(rising).ShouldBeTrue();
        (id is MetricId.Volume ? double.IsNaN(falling) : double.IsFinite(falling)).ShouldBeTrue("volume only rises");
    }

    // Bit for bit, one symbol and one number at a time, as the metrics' summaries tell the formulas.
    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compute_IsThePlainFormula(MetricId id)
    {
        var columns = GivenColumns.Full(17);
        var (falling, rising) = Metric(id).Page(columns);
        for (var row = 0; row < 17; row++)
        {
            Bits((falling[row], rising[row])).ShouldBe(Bits(PlainFormulas.Of(id, columns, row)), $"row {row}");
        }
    }

    // Bit for bit: alone in a block that is padded, among eight, nine or seventeen in blocks that are full and one that is not.
    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compute_IsTheSame_AloneAndAmongOthers(MetricId id)
    {
        foreach (var size in GivenColumns.PageSizes)
        {
            var (falling, rising) = Metric(id).Page(GivenColumns.Full(size));
            for (var row = 0; row < size; row++)
            {
                Bits(Metric(id).Both(GivenColumns.Alone(row))).ShouldBe(Bits((falling[row], rising[row])), $"row {row} of {size}");
            }
        }
    }

    // What is unknown of one symbol makes no difference to its neighbours.
    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compute_IsTheSame_BesideASymbolOfWhichNothingIsKnown(MetricId id)
    {
        var columns = GivenColumns.Full(8);
        var before = Metric(id).Page(columns);
        columns.Add([Given.Sym("NEW")]);

        var (falling, rising) = Metric(id).Page(columns);

        rising[..8].ShouldBe(before.Rising);
        falling[..8].ShouldBe(before.Falling);
        rising[8].ShouldBe(double.NaN);
    }

    // Wanted from the smallest level on, with every figure of the quote or the state spoilt in turn.
    [Theory]
    [MemberData(nameof(Metrics))]
    public void Detect_FindsNoCrossing_OfBadData(MetricId id)
    {
        foreach (var bad in (double[])[double.NaN, 0, -1, double.PositiveInfinity, double.NegativeInfinity])
        {
            Crossings(id, (_, quote) => quote with { PreviousClose = bad }).ShouldBeEmpty($"previous close {bad}");
            Crossings(id, (_, quote) => quote with { Last = bad }).ShouldBeEmpty($"price {bad}");
            if (id is MetricId.OpenMove or MetricId.Gap)
            {
                Crossings(id, (_, quote) => quote with { Open = bad, MarketTime = quote.MarketTime.AddMinutes(9) })
                    .ShouldBeEmpty($"open {bad}");
            }

            if (id is MetricId.Surprise)
            {
                Crossings(id, (run, quote) => Spoil(run, bad, 1e6f, quote)).ShouldBeEmpty($"a close of {bad}");
            }

            if (id is MetricId.Volume)
            {
                Crossings(id, (run, quote) => Spoil(run, 100, (float)bad, quote)).ShouldBeEmpty($"a usual volume of {bad}");
            }
        }

        if (id is MetricId.Volume)
        {
            Crossings(id, (_, quote) => quote with { Volume = null }).ShouldBeEmpty();
            Crossings(id, (_, quote) => quote with { Volume = 0 }).ShouldBeEmpty();
            Crossings(id, (_, quote) => quote with { Volume = -5 }).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Detect_FindsACrossing_OfGoodData(MetricId id) =>
        Crossings(id, (_, quote) => quote)
            .Length.ShouldBe(id is MetricId.Tier or MetricId.Relative or MetricId.PreMove or MetricId.AfterMove ? 0 : 1);

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Detect_ChangesNothing_WhenAQuoteIsOldOrRepeated(MetricId id)
    {
        var run = RunOf(id);
        run.Poll(Given.Quote("NVDA", "14:31", 100, volume: 5_000_000));
        run.Poll(Given.Quote("NVDA", "14:32", 98, volume: 6_000_000));
        var before = Picture(run, id);

        run.PollAt(Given.At("14:33"), [Given.Quote("NVDA", "14:32", 96, volume: 9_000_000)]).ShouldBeEmpty();
        run.PollAt(Given.At("14:33"), [Given.Quote("NVDA", "14:31:30", 97, volume: 9_000_000)]).ShouldBeEmpty();
        run.PollAt(Given.At("14:33"), [Given.Quote("NVDA", "14:32", 98, volume: 6_000_000)]).ShouldBeEmpty();

        Picture(run, id).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Detect_ChangesNothing_WithoutANewQuote(MetricId id)
    {
        var run = RunOf(id);
        run.Poll(Given.Quote("NVDA", "14:31", 100, volume: 5_000_000));
        run.Poll(Given.Quote("NVDA", "14:32", 97, volume: 6_000_000));
        run.Poll(Given.Quote("NVDA", "14:33", 99.5, volume: 6_000_000));
        var before = Picture(run, id);

        for (var minute = 34; minute < 50; minute++)
        {
            run.PollAt(Given.At($"14:{minute}"), []).ShouldBeEmpty();
        }

        Picture(run, id).ShouldBe(before);
    }

    private static ISymbolMetric Metric(MetricId id) => SymbolMetrics.Find(id)!;

    private static (long, long) Bits((double Falling, double Rising) value) =>
        (BitConverter.DoubleToInt64Bits(value.Falling), BitConverter.DoubleToInt64Bits(value.Rising));

    private static PageRun RunOf(MetricId id)
    {
        var run = new PageRun("NVDA");
        Given.Usual(run.First, 1e6f);
        return run.Want("NVDA", id, Direction.Down, 1).Want("NVDA", id, Direction.Up, 1);
    }

    /// <summary>What is told of two quotes: +4 % at the open, 1 % less a minute later, twice the usual volume of a day.</summary>
    private static PendingCrossing[] Crossings(MetricId id, Func<PageRun, Quote, Quote> spoil)
    {
        var run = RunOf(id);
        var first = spoil(run, Given.Quote("NVDA", "14:31", 104, open: 104, volume: 2_000_000));
        var second = spoil(run, Given.Quote("NVDA", "14:32", 103, open: 104, volume: 2_000_000));
        return [.. run.PollAt(first.MarketTime, [first]), .. run.PollAt(second.MarketTime, [second])];
    }

    private static Quote Spoil(PageRun run, double close, float volume, Quote quote)
    {
        run.First.RestoreCloses(
            new DateOnly(2025, 1, 24),
            Enumerable.Range(0, 21).Select(day => (day is 9 ? close : 100.0 + (day % 2), day is 9 ? volume : 1e6f))
        );
        return quote;
    }

    private static (long, long, double, double) Picture(PageRun run, MetricId id)
    {
        var (falling, rising) = Metric(id).Both(run.First);
        return (run.First.ExtremeOf(id, Direction.Down), run.First.ExtremeOf(id, Direction.Up), falling, rising);
    }
}
