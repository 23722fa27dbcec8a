using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Tests.Detection;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>Splits that were announced: AAPL 4:1 on 31 August 2020, AIG 1:20 on 1 July 2009, told on the day of these tests.</summary>
public sealed class KnownSplitTests
{
    // AAPL: 499.23 before, 127.58 after; 499.23 / 4 = 124.8075, so the day is 2.7725 / 124.8075 = +2.2214 %.
    // AIG: 1.16 before, 24 after; 1.16 x 20 = 23.20, so the day is 0.80 / 23.20 = +3.4483 %.
    // Seen to fail without the split event: SplitOrCrash, then unverified.
    [Theory]
    [InlineData("AAPL", 4, 499.23, 499.23, 127.58, 22_214)]
    [InlineData("AAPL", 4, 499.23, 124.8075, 127.58, 22_214)]
    [InlineData("AIG", 0.05, 1.16, 1.16, 24, 34_483)]
    [InlineData("AIG", 0.05, 1.16, 23.20, 24, 34_483)]
    public void Judge_CountsInNewShares_WhetherOrNotTheSourceRestatedTheClose(
        string symbol,
        double ratio,
        double oldClose,
        double toldClose,
        double price,
        long dayMove
    )
    {
        var run = RunOf(symbol, oldClose);
        run.Announce(Split(symbol, ratio));

        run.Judge(Given.Quote(symbol, "14:31", price, toldClose)).ShouldBe(VerdictReason.SplitKnown);

        (run.First.Unverified, run.First.ExtremeOf(MetricId.DayMove, Direction.Up)).ShouldBe((false, dayMove));
        run.First.ExtremeOf(MetricId.DayMove, Direction.Down).ShouldBe(0);
        run.First.Closes.Values[^1].ShouldBe(oldClose / ratio, 0.0001);
        run.First.UsualDay!.Value.ShouldBe(2.0318, 0.02);
    }

    [Fact]
    public void Judge_CountsByThePrice_WhenNoCloseIsKnown()
    {
        var run = new PageRun("AAPL");
        run.Announce(Split("AAPL", 4));

        run.Judge(Given.Quote("AAPL", "14:31", 127.58, 499.23)).ShouldBe(VerdictReason.SplitKnown);

        run.First.PreviousClose.ShouldBe(124.8075);
    }

    [Fact]
    public void Judge_StillHoldsALoneJump_OfASymbolThatSplit()
    {
        var run = RunOf("AAPL", 499.23);
        run.Announce(Split("AAPL", 4));

        // 110 is -11.86 % of 124.8075.
        run.Judge(Given.Quote("AAPL", "14:31", 110, 499.23)).ShouldBe(VerdictReason.LoneJump);
        run.Judge(Given.Quote("AAPL", "14:32", 110, 499.23)).ShouldBe(VerdictReason.JumpConfirmedByNextQuote);

        (run.First.PreviousClose, run.Columns.SplitRatio[0]).ShouldBe((124.8075, 4));
    }

    [Fact]
    public void Judge_ClearsTheDoubt_WhenTheAnnouncementComesLate()
    {
        var run = RunOf("AAPL", 499.23);
        run.Poll(Given.Quote("AAPL", "14:31", 127.58, 499.23));
        run.Poll(Given.Quote("AAPL", "14:32", 127.58, 499.23));
        run.Poll(Given.Quote("AAPL", "14:33", 127.58, 499.23));
        run.First.Unverified.ShouldBeTrue();

        run.Announce(Split("AAPL", 4));

        run.Judge(Given.Quote("AAPL", "14:34", 127.58, 499.23)).ShouldBe(VerdictReason.SplitKnown);
        (run.First.Unverified, run.First.PreviousClose).ShouldBe((false, 124.8075));
        run.First.UsualDay!.Value.ShouldBe(2.0318, 0.2);
    }

    [Fact]
    public void Judge_IsAsAlways_TheDayAfter()
    {
        var run = RunOf("AAPL", 499.23);
        run.Want("AAPL", MetricId.Price, Direction.Down, 1_250_000);
        run.Announce(Split("AAPL", 4));
        run.Page.Release(Given.Sym("AAPL"), Given.Day);
        run.Poll(Given.Quote("AAPL", "14:31", 127.58, 499.23)).ShouldBeEmpty();

        run.Poll(Given.Quote("AAPL", "2025-01-28T14:31Z", 126, 127.58)).ShouldBeEmpty();
        run.Poll(Given.Quote("AAPL", "2025-01-28T14:32Z", 124.9, 127.58)).ShouldHaveSingleItem();

        (run.First.LastVerdict, run.Columns.SplitRatio[0]).ShouldBe((VerdictReason.Accepted, 1));
        run.First.UsualDay!.Value.ShouldBe(2.0318, 0.2);
    }

    // 1,150 to 1,250 was told, 115 to 125 in new shares: 116 stays told, 114 ahead. Seen to fail without the hold: 114 fired at 14:31.
    [Fact]
    public void Take_HoldsPriceRules_UntilTheyAreReleased_AndGoesOnFromWhatWasTold()
    {
        var run = Told("NVDA", 1_208.88, 11_500_000, 12_500_000);
        run.Want("NVDA", MetricId.Price, Direction.Down, 1_140_000, 1_160_000);
        run.Announce(Split("NVDA", 10));

        run.Poll(Given.Quote("NVDA", "14:31", 113.9, 1_208.88)).ShouldBeEmpty();
        run.First.Told.ShouldBe(new PriceTold(1_150_000, 1_250_000));

        run.Page.Release(Given.Sym("NVDA"), Given.Day);
        run.Poll(Given.Quote("NVDA", "14:32", 113.9, 1_208.88))
            .ShouldHaveSingleItem()
            .Crossing.ShouldBe(new Crossing(MetricId.Price, Direction.Down, 1_150_000, 1_139_000));
    }

    // Eight symbols go through the lanes together; the day after, no row assumes a split. Seen to fail without the hold in Move: told from
    // 113.
    [Fact]
    public void Take_HoldsPriceRules_OnTheNextDayToo_AndThoseOfNobodyElse()
    {
        var run = new PageRun("NVDA AMD MU TXN KO PEP GE IBM");
        foreach (var state in run.Page.Symbols)
        {
            (state.Session, state.Told) = (new DateOnly(2025, 1, 24), new PriceTold(1_150_000, 1_250_000));
        }

        run.Announce(Split("NVDA", 1.000001));
        run.Poll([.. run.Columns.Symbols.Select(symbol => Given.Quote(symbol.Text, "14:31", 120, 120))]);
        run.Poll([.. run.Columns.Symbols.Select(symbol => Given.Quote(symbol.Text, "2025-01-28T14:31Z", 120, 120))]);
        run.Poll([.. run.Columns.Symbols.Select(symbol => Given.Quote(symbol.Text, "2025-01-28T14:32Z", 116, 120))]);
        run.Poll([.. run.Columns.Symbols.Select(symbol => Given.Quote(symbol.Text, "2025-01-28T14:33Z", 113, 120))]);

        run.Columns.SplitRatio[0].ShouldBe(1);
        run.Page.Symbols.Select(state => state.Told!.Value.Below).ShouldBe([1_149_999, .. Enumerable.Repeat(1_130_000L, 7)]);
    }

    [Fact]
    public void Take_TakesASplitOnce_WhoeverTellsItAgainAndWhen()
    {
        var run = Told("AAPL", 499.23, 4_900_000, 5_100_000);
        run.Announce(Split("AAPL", 4));
        var closes = run.First.Closes.Values.ToArray();

        run.Announce(Split("AAPL", 4));
        run.Announce(Split("AAPL", 5) with { Time = Given.At("13:00"), AnnouncedAt = Given.At("15:00") });

        run.First.Closes.Values.ShouldBe(closes);
        (run.First.Told, run.Columns.SplitRatio[0]).ShouldBe((new PriceTold(1_225_000, 1_275_000), 4));
        run.Page.Splits.ShouldHaveSingleItem().RulesWait.ShouldBeTrue();
    }

    [Fact]
    public void Take_KeepsTheNewestAnnouncement_WhenASplitOfLongAgoIsTold()
    {
        var run = RunOf("AAPL", 499.23);
        run.Page.ListingEventsUntil = Given.At("14:20");

        run.Announce(Split("AAPL", 4));

        (run.Page.ListingEventsUntil, run.Page.Splits.Count).ShouldBe((Given.At("14:20"), 1));
    }

    // Assumed at the second look, 1,150 to 1,250 told becomes 115 to 125; the announcement finds it so.
    [Fact]
    public void Take_KeepsWhatWasTold_WhenTheSplitWasAssumedBeforeItWasAnnounced()
    {
        var run = Told("NVDA", 1_208.88, 11_500_000, 12_500_000);
        run.Poll(Given.Quote("NVDA", "14:31", 120.37, 1_208.88));
        run.Poll(Given.Quote("NVDA", "14:32", 120.37, 1_208.88));
        (run.First.Unverified, run.First.Told).ShouldBe((true, new PriceTold(1_150_000, 1_250_000)));

        run.Announce(Split("NVDA", 10));

        (run.First.Unverified, run.First.Told).ShouldBe((false, new PriceTold(1_150_000, 1_250_000)));
        run.First.Closes.Values[^1].ShouldBe(120.888);
    }

    [Fact]
    public void Take_RestatesTheClosesOnce_WhenASecondSourceShowedTheSplitBefore()
    {
        var run = Told("NVDA", 1_208.88, 11_500_000, 12_500_000);
        run.PollWith(Given.Quote("NVDA", "14:31", 120.4, 120.888), Given.Quote("NVDA", "14:31", 120.37, 1_208.88));
        run.First.LastVerdict.ShouldBe(VerdictReason.SplitSeenBySecondSource);
        run.First.Told.ShouldBe(new PriceTold(1_180_098, 1_227_774)); // Armed again from 120.37 / 1.02 down and x 1.02 up.

        run.Announce(Split("NVDA", 10));

        (run.First.Closes.Values[^1], run.First.Told).ShouldBe((120.888, new PriceTold(1_180_098, 1_227_774)));
    }

    // 5 % more shares look like a fall of 4.8 %: nothing assumes a split, and 95 to 100 was told in shares of both kinds.
    [Fact]
    public void Take_BeginsAnewAtTheRestatedClose_WhenTheDayWasReadInOldShares()
    {
        var run = Told("NVDA", 100, 1_000_000, 1_000_000);
        run.Poll(Given.Quote("NVDA", "14:31", 95.2, 100));
        run.First.Told!.Value.Below.ShouldBe(952_000);

        run.Announce(Split("NVDA", 1.05));
        run.Poll(Given.Quote("NVDA", "14:32", 95.2, 100));

        run.First.Told.ShouldBe(PriceTold.StartAt(100 / 1.05));
    }

    private static PageRun Told(string symbol, double close, long below, long above)
    {
        var run = RunOf(symbol, close);
        (run.First.Session, run.First.Told) = (new DateOnly(2025, 1, 24), new PriceTold(below, above));
        return run;
    }

    private static ListingEvent Split(string symbol, double ratio) =>
        new(Given.Sym(symbol), Given.At("09:00"), ListingEventKind.Split, "", ratio);

    private static PageRun RunOf(string symbol, double close)
    {
        var run = new PageRun(symbol);
        Given.Usual(run.First, close: close);
        return run;
    }
}
