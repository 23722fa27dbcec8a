using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>
/// NVDA stands at 100 at 15:00 with 29 million shares traded, the usual 14.5 % of 200 million; to 15:01 usually 855 / 360 thousandths more,
/// 475,000.
/// </summary>
public sealed class LoneJumpTests
{
    private readonly PageRun _run = new(Given.Page(Given.State("NVDA", "15:00", 100)));

    public LoneJumpTests()
    {
        Given.Usual(_run.First, 200e6f);
        _run.First.Volume = 29e6;
    }

    // Seen to fail without Jump in QuoteGuard.Judge: accepted at once.
    [Fact]
    public void Judge_Holds_WhenNobodyConfirms() => _run.Judge(Given.Quote("NVDA", "15:01", 88)).ShouldBe(VerdictReason.LoneJump);

    // (1 - 0.145) / 360 minutes x 200 million = 475,000 a minute; five times are 2,375,000.
    // Seen to fail without VolumeConfirms.
    [Theory]
    [InlineData(31_375_000, VerdictReason.JumpConfirmedByVolume)]
    [InlineData(31_374_000, VerdictReason.LoneJump)]
    [InlineData(29_000_000, VerdictReason.LoneJump)]
    [InlineData(20_000_000, VerdictReason.LoneJump)] // a volume that shrinks says nothing
    [InlineData(null, VerdictReason.LoneJump)]
    public void Judge_BelievesAJump_WhenFarMoreSharesChangedHandsThanUsual(int? volume, VerdictReason expected) =>
        _run.Judge(Given.Quote("NVDA", "15:01", 88, volume: volume)).ShouldBe(expected);

    // 2 % of 88 either way. Seen to fail without SecondOpinion in ReasonOf.
    [Theory]
    [InlineData(88.0, "15:01", VerdictReason.JumpConfirmedBySecondSource)]
    [InlineData(89.5, "15:01", VerdictReason.JumpConfirmedBySecondSource)]
    [InlineData(90.0, "15:01", VerdictReason.LoneJump)] // 88 is 2.2 % from 90
    [InlineData(100.0, "15:01", VerdictReason.LoneJump)]
    [InlineData(88.0, "14:58:59", VerdictReason.LoneJump)] // too old to know
    [InlineData(double.NaN, "15:01", VerdictReason.LoneJump)]
    public void Judge_BelievesAJump_WhenASecondSourceShowsThePrice(double second, string time, VerdictReason expected)
    {
        _run.PollWith(Given.Quote("NVDA", time, second), Given.Quote("NVDA", "15:01", 88));

        _run.First.LastVerdict.ShouldBe(expected);
    }

    // Only who is held or tagged is asked about.
    [Fact]
    public void Doubtful_AreTheHeld()
    {
        var run = new PageRun(Given.Page(Given.State("NVDA", "15:00", 100), Given.State("KO", "15:00", 100)));

        run.Doubtful(Given.Quote("NVDA", "15:01", 88), Given.Quote("KO", "15:01", 99), Given.Quote("XYZ", "15:01", 1))
            .ShouldBe([Given.Sym("NVDA")]);
        run.First.HeldPrice.ShouldBeNull("asking changes nothing");
    }

    // A crash that stays is told one poll after it was first seen, whatever it was and wherever the price goes from there within 2 %.
    [Property(MaxTest = 300)]
    public Property Judge_DelaysARealCrashByOnePollAtMost_ForAnyStepThatStays() =>
        Prop.ForAll(
            Gen.Choose(-900, 3_000).Where(thousandths => Math.Abs(thousandths) >= 80).ToArbitrary(),
            Gen.Choose(-20, 20).ToArbitrary(),
            (step, after) =>
            {
                var run = new PageRun(Given.Page(Given.State("NVDA", "15:00", 100)));
                run.Want("NVDA", MetricId.DayMove, step < 0 ? Direction.Down : Direction.Up, 50_000);
                var price = 100 * (1 + (step / 1_000.0));

                var first = run.Poll(Given.Quote("NVDA", "15:01", price));
                var second = run.Poll(Given.Quote("NVDA", "15:02", price * (1 + (after / 1_000.0))));

                return first.Length is 0 && second.Length is 1;
            }
        );

    // Whoever goes back is never told.
    [Property(MaxTest = 300)]
    public Property Judge_TellsNothing_ForAnySpikeThatWentBack() =>
        Prop.ForAll(
            Gen.Choose(-900, 3_000).Where(thousandths => Math.Abs(thousandths) >= 51).ToArbitrary(),
            step =>
            {
                var run = new PageRun(Given.Page(Given.State("NVDA", "15:00", 100)));
                run.Want("NVDA", MetricId.DayMove, Direction.Down, 20_000).Want("NVDA", MetricId.DayMove, Direction.Up, 20_000);

                return run.Poll(Given.Quote("NVDA", "15:01", 100 * (1 + (step / 1_000.0)))).Length is 0
                    && run.Poll(Given.Quote("NVDA", "15:02", 100.5)).Length is 0;
            }
        );
}
