using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Tests.Detection;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>
/// NVDA stands at 95 at 15:00, 5 % below its previous close of 100, with a usual day of 2.03 %: 92.00 is severe, and from 95 no jump.
/// </summary>
public sealed class SevereGuardTests
{
    private readonly PageRun _run = new(Given.Page(Given.State("NVDA", "15:00", 95, open: 95))) { HasSecond = true };

    public SevereGuardTests() => Given.Usual(_run.First);

    // 2 % of 93.8 is 92.924 and so does not reach 91.9; -8 % by its own figures does agree, whatever the price; nobody agrees who rises.
    [Theory]
    [InlineData(91.9, 100.0, VerdictReason.SevereConfirmedBySecondSource, 2)]
    [InlineData(93.7, 100.0, VerdictReason.SevereConfirmedBySecondSource, 2)]
    [InlineData(93.8, 100.0, VerdictReason.SourcesDisagree, 0)]
    [InlineData(95.0, 100.0, VerdictReason.SourcesDisagree, 0)]
    [InlineData(95.0, 103.3, VerdictReason.SevereConfirmedBySecondSource, 2)] // -8.03 %
    [InlineData(80.0, 100.0, VerdictReason.SevereConfirmedBySecondSource, 2)]
    [InlineData(110.0, 100.0, VerdictReason.SourcesDisagree, 0)]
    public void Judge_AsksWhetherASecondSourceAgrees_WhenAMoveBecomesSevere(
        double second,
        double close,
        VerdictReason expected,
        int sources
    )
    {
        _run.PollWith(Given.Quote("NVDA", "15:01", second, close), Given.Quote("NVDA", "15:01", 91.9));

        (_run.First.LastVerdict, _run.First.Sources).ShouldBe((expected, sources));
        _run.First.Last.ShouldBe(expected is VerdictReason.SourcesDisagree ? 95 : 91.9);
    }

    [Theory]
    [InlineData(92.0001, VerdictReason.Accepted)]
    [InlineData(92.0, VerdictReason.SourcesDisagree)]
    [InlineData(91.99996, VerdictReason.SourcesDisagree)]
    [InlineData(98.0, VerdictReason.Accepted)]
    public void Judge_AsksFromTheThresholdOn(double last, VerdictReason expected)
    {
        _run.PollWith(Given.Quote("NVDA", "15:01", 96), Given.Quote("NVDA", "15:01", last));

        _run.First.LastVerdict.ShouldBe(expected);
    }

    // Held at 15:01, told at 15:02 whatever the other source says then; and from then on it is severe already.
    [Fact]
    public void Judge_HoldsForOnePoll_AndNeverForTwo()
    {
        _run.Want("NVDA", MetricId.Tier, Direction.Down, 20_000);

        _run.PollWith(Given.Quote("NVDA", "15:01", 95), Given.Quote("NVDA", "15:01", 91.9)).ShouldBeEmpty();
        _run.First.HeldPrice.ShouldBe(91.9);
        _run.PollWith(Given.Quote("NVDA", "15:02", 95), Given.Quote("NVDA", "15:02", 91.8))
            .ShouldHaveSingleItem()
            .Crossing.To.ShouldBe(20_000);
        (_run.First.LastVerdict, _run.First.Sources, _run.First.HeldPrice).ShouldBe((VerdictReason.JumpConfirmedByNextQuote, 1, null));

        _run.PollWith(Given.Quote("NVDA", "15:03", 95), Given.Quote("NVDA", "15:03", 90));
        (_run.First.LastVerdict, _run.First.Sources).ShouldBe((VerdictReason.Accepted, 1));
    }

    [Fact]
    public void Judge_TellsNothing_WhenThePriceGoesBack()
    {
        _run.Want("NVDA", MetricId.Tier, Direction.Down, 20_000);
        _run.PollWith(Given.Quote("NVDA", "15:01", 95), Given.Quote("NVDA", "15:01", 91.9));

        _run.PollWith(Given.Quote("NVDA", "15:02", 95), Given.Quote("NVDA", "15:02", 94.9)).ShouldBeEmpty();
        (_run.First.LastVerdict, _run.First.HeldPrice).ShouldBe((VerdictReason.Accepted, null));
    }

    // Older than 120 s, from before the session, or more than a minute apart: it says nothing. Nor does who is down.
    [Theory]
    [InlineData("14:58:59")]
    [InlineData("14:29:59")]
    [InlineData("14:59:59")]
    [InlineData("15:02:01")]
    [InlineData(null)]
    public void Judge_ChangesNothing_WhenNobodyElseHasAFreshQuote(string? time)
    {
        _run.PollAt(Given.At("15:01"), [Given.Quote("NVDA", "15:01", 91.9)], time is null ? [] : [Given.Quote("NVDA", time, 95)]);

        (_run.First.LastVerdict, _run.First.Last, _run.First.Sources).ShouldBe((VerdictReason.Accepted, 91.9, 1));
    }

    [Fact]
    public void Judge_ChangesNothing_WithoutASecondSource()
    {
        _run.HasSecond = false;

        _run.Poll(Given.Quote("NVDA", "15:01", 91.9));

        (_run.First.LastVerdict, _run.First.Last, _run.First.Sources).ShouldBe((VerdictReason.Accepted, 91.9, 0));
    }

    // Peers confirm the jump of -12 %; the other source, at the same time, knows of nothing.
    [Theory]
    [InlineData(88.4, VerdictReason.JumpConfirmedByPeers, 2)]
    [InlineData(95.0, VerdictReason.SourcesDisagree, 0)]
    public void Judge_AsksAboutAConfirmedJumpToo(double second, VerdictReason expected, int sources)
    {
        var run = new PageRun(
            Given.Page(Given.State("NVDA", "15:00", 100), Given.State("MU", "15:00", 100), Given.State("AMD", "15:00", 100)),
            new Basket("chips", Given.Syms("NVDA MU AMD"), null)
        )
        {
            HasSecond = true,
        };

        run.PollWith(
            Given.Quote("NVDA", "15:01", second),
            Given.Quote("NVDA", "15:01", 88),
            Given.Quote("MU", "15:01", 97),
            Given.Quote("AMD", "15:01", 97)
        );

        (run.First.LastVerdict, run.First.Sources).ShouldBe((expected, sources));
    }

    [Fact]
    public void Judge_CountsAnew_InTheOtherDirectionAndTheNextSession()
    {
        _run.PollWith(Given.Quote("NVDA", "15:01", 91.9), Given.Quote("NVDA", "15:01", 91.9));
        foreach (var (time, price) in new[] { ("15:02", 96.0), ("15:03", 100.5), ("15:04", 105) })
        {
            _run.Poll(Given.Quote("NVDA", time, price));
        }

        _run.First.Sources.ShouldBe(2);
        _run.PollWith(Given.Quote("NVDA", "15:05", 100), Given.Quote("NVDA", "15:05", 108));
        _run.First.LastVerdict.ShouldBe(VerdictReason.SourcesDisagree);
        _run.Poll(Given.Quote("NVDA", "2025-01-28T14:30:30Z", 106, 105));
        _run.First.Sources.ShouldBe(0);
    }

    // Of two on the page each alone decides who is asked: NVDA becomes severe, KO jumps.
    [Fact]
    public void Doubtful_AreThoseWhoBecomeSevere_Once()
    {
        var run = new PageRun(
            Given.Page(Given.State("NVDA", "15:00", 95), Given.State("KO", "15:00", 100), Given.State("PEP", "15:00", 100))
        );

        run.Doubtful(Given.Quote("NVDA", "15:01", 91.9), Given.Quote("KO", "15:01", 93), Given.Quote("PEP", "15:01", 97))
            .ShouldBe(Given.Syms("NVDA KO"));
        run.Poll(Given.Quote("NVDA", "15:01", 91.9));
        run.Doubtful(Given.Quote("NVDA", "15:02", 91)).ShouldBeEmpty();
    }

    // Whatever another source says, and however a severe price got there: it is told one poll after it was first seen, at the latest.
    [Property(MaxTest = 300)]
    public Property Judge_DelaysASevereMoveByOnePollAtMost_WhateverAnotherSourceSays() =>
        Prop.ForAll(
            Gen.Choose(-900, 3_000).Where(thousandths => Math.Abs(thousandths) >= 81).ToArbitrary(),
            Gen.Choose(-900, 3_000).Four().ToArbitrary(),
            (step, others) =>
            {
                var run = new PageRun(Given.Page(Given.State("NVDA", "15:00", 100 * (1 + (others.Item1 / 30_000.0))))) { HasSecond = true };
                run.Want("NVDA", MetricId.DayMove, step < 0 ? Direction.Down : Direction.Up, 80_000);
                var price = 100 * (1 + (step / 1_000.0));

                var first = run.PollWith(Second("15:01", others.Item2), Given.Quote("NVDA", "15:01", price));
                var second = run.PollWith(Second("15:02", others.Item3), Given.Quote("NVDA", "15:02", price * (step < 0 ? 0.999 : 1.001)));

                return first.Length + second.Length == 1;
            }
        );

    private static Quote Second(string time, int thousandths) => Given.Quote("NVDA", time, 100 * (1 + (thousandths / 1_000.0)));
}
