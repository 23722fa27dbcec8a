using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
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
        string symbol, double ratio, double oldClose, double toldClose, double price, long dayMove)
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
        run.Poll(Given.Quote("AAPL", "14:31", 127.58, 499.23)).ShouldBeEmpty();

        run.Poll(Given.Quote("AAPL", "2025-01-28T14:31Z", 126, 127.58)).ShouldBeEmpty();
        run.Poll(Given.Quote("AAPL", "2025-01-28T14:32Z", 124.9, 127.58)).ShouldHaveSingleItem();

        (run.First.LastVerdict, run.Columns.SplitRatio[0]).ShouldBe((VerdictReason.Accepted, 1));
        run.First.UsualDay!.Value.ShouldBe(2.0318, 0.2);
    }

    private static ListingEvent Split(string symbol, double ratio) => new(Given.Sym(symbol), Given.At("09:00"), ListingEventKind.Split, "", ratio);

    private static PageRun RunOf(string symbol, double close)
    {
        var run = new PageRun(symbol);
        Given.Usual(run.First, close: close);
        return run;
    }
}
