using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>NVDA stands at 100 at 14:31, as at the previous close.</summary>
public sealed class PageDetectorTests
{
    private readonly PageRun _run = new(Given.Page(Given.State("NVDA", "14:31", 100)));

    [Fact]
    public void Detect_NotesOneCrossing_WhenAGapPassesFiveWantedLevels()
    {
        var run = new PageRun("MU NVDA SMCI", new Basket("chips", Given.Syms("NVDA MU SMCI"), null));
        run.Want("NVDA", MetricId.DayMove, Direction.Down, 30_000, 50_000, 70_000, 100_000, 120_000, 150_000);

        // 27 Jan 2025 at the open: NVDA -12.49 %, MU -8.07 %, SMCI -8.90 %; peers agree, nobody asked for MU or SMCI.
        var crossings = run.Poll(
            Given.Quote("NVDA", "14:31", 124.80, 142.62),
            Given.Quote("MU", "14:31", 94.86, 103.19),
            Given.Quote("SMCI", "14:31", 30.31, 33.27)
        );

        Reasons(run).ShouldBe(["JumpConfirmedByPeers", "JumpConfirmedByPeers", "JumpConfirmedByPeers"]);
        crossings.ShouldBe([new PendingCrossing(1, new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947), null)]);
        run.First.ExtremeOf(MetricId.DayMove, Direction.Down).ShouldBe(80_725, "extremes move whether or not anybody asked");
    }

    [Fact]
    public void Detect_NotesNothing_WhenTheWantedLevelLiesAheadOrTheOtherWay()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 40_001).Want("NVDA", MetricId.DayMove, Direction.Up, 10_000);

        _run.Poll(Given.Quote("NVDA", "14:32", 96)).ShouldBeEmpty();
    }

    [Fact]
    public void Detect_NotesALevelOfAnyOfABasket_WhenAMemberCrosses()
    {
        var run = new PageRun("AMD KO", new Basket("chips", Given.Syms("AMD"), null));
        run.Want(Target.OfAnyIn("chips"), MetricId.DayMove, Direction.Down, 30_000);

        run.Poll(Given.Quote("AMD", "14:31", 96), Given.Quote("KO", "14:31", 96)).ShouldHaveSingleItem().SymbolIndex.ShouldBe((ushort)0);
    }

    [Fact]
    public void Detect_DelaysARealCrashByOnePoll()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 50_000);

        _run.Poll(Given.Quote("NVDA", "14:32", 88)).ShouldBeEmpty();
        (Reasons(_run).Single(), _run.First.HeldPrice, _run.First.Last).ShouldBe(("LoneJump", 88, 100));

        _run.Poll(Given.Quote("NVDA", "14:33", 87))
            .ShouldHaveSingleItem()
            .Crossing.ShouldBe(new Crossing(MetricId.DayMove, Direction.Down, 0, 130_000));
        (Reasons(_run).Single(), _run.First.HeldPrice).ShouldBe(("JumpConfirmedByNextQuote", null));
    }

    [Fact]
    public void Detect_DropsASpikeThatWentBack()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 50_000).Want("NVDA", MetricId.Price, Direction.Down, 600_000);

        _run.Poll(Given.Quote("NVDA", "14:32", 50)).ShouldBeEmpty();
        _run.Poll(Given.Quote("NVDA", "14:33", 99.9)).ShouldBeEmpty();

        (_run.First.LastVerdict, _run.First.HeldPrice).ShouldBe((VerdictReason.Accepted, null));
        _run.First.Path.ShouldHaveSingleItem().Price.ShouldBe(99.9f);
    }

    [Fact]
    public void Detect_KeepsTheLastVerdict_WhenTheSourceRepeatsItself()
    {
        _run.PollAt(Given.At("14:40"), [Given.Quote("NVDA", "14:32", 99)]);
        Reasons(_run).ShouldBe(["Stale"]);
        _run.PollAt(Given.At("14:41"), [Given.Quote("NVDA", "14:31", 99), Given.Quote("XYZ", "14:41", 1)]);
        Reasons(_run).ShouldBe(["UnknownSymbol"]);

        (_run.First.LastVerdict, _run.First.Last).ShouldBe((VerdictReason.Stale, 100));
    }

    [Fact]
    public void Detect_RecordsAVerdictOnce_WhenItRepeatsFromPollToPoll()
    {
        _run.PollAt(Given.At("14:40"), [Given.Quote("NVDA", "14:32", 99)]);
        _run.PollAt(Given.At("14:41"), [Given.Quote("NVDA", "14:33", 99)]);
        Reasons(_run).ShouldBeEmpty();

        _run.PollAt(Given.At("14:42"), [Given.Quote("NVDA", "14:34", -1)]);
        Reasons(_run).ShouldBe(["PriceNotPositive"]);
    }

    [Fact]
    public void Detect_TakesTheLaterInTheList_OfTwoQuotesOfOneSymbol()
    {
        _run.PollAt(Given.At("14:33"), [Given.Quote("NVDA", "14:32", 99), Given.Quote("NVDA", "14:33", 98)]);

        (_run.First.Last, _run.First.QuoteTime).ShouldBe((98, Given.At("14:33")));
    }

    [Fact]
    public void Detect_DoesNotConfirmAHeldJump_ByTheSamePrint()
    {
        _run.Poll(Given.Quote("NVDA", "14:32", 50));

        _run.PollAt(Given.At("14:33"), [Given.Quote("NVDA", "14:32", 50)]).ShouldBeEmpty();

        (_run.First.Last, _run.First.HeldPrice).ShouldBe((100, 50));
    }

    [Fact]
    public void Detect_DelaysARealFallByOnePollOnly_WhenItPartlyRecovers()
    {
        _run.Poll(Given.Quote("NVDA", "14:32", 88));

        _run.Judge(Given.Quote("NVDA", "14:33", 94.2)).ShouldBe(VerdictReason.JumpConfirmedByNextQuote);
    }

    [Fact]
    public void Detect_ChangesNothing_WhenThereIsNoQuote()
    {
        _run.Want("NVDA", MetricId.DayMove, Direction.Down, 30_000);
        _run.Poll(Given.Quote("NVDA", "14:32", 96)).Length.ShouldBe(1);

        _run.PollAt(Given.At("14:33"), []).ShouldBeEmpty();
        _run.First.ExtremeOf(MetricId.DayMove, Direction.Down).ShouldBe(40_000);
    }

    private static string[] Reasons(PageRun run) => [.. run.Verdicts.Select(verdict => verdict.Reason.ToString())];
}
