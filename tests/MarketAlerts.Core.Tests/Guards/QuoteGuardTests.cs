using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>Our clock stands at 14:32:00; the last accepted quote is 100 at 14:31:00; staleness limit 120 s, tolerance 60 s.</summary>
public sealed class QuoteGuardTests
{
    private static readonly QuoteGuard Guard = new(Given.Calendar, new GuardOptions());

    [Fact]
    public void Judge_RejectsUnknown_BeforeAnythingElse() =>
        Guard.Judge(Given.Quote("XYZ", "20:00", -1, null), null, Given.At("14:32"), TimeSpan.Zero, PeerSteps.None)
            .ShouldBe(new Verdict(Given.Sym("XYZ"), Given.At("20:00"), -1, VerdictKind.Reject, VerdictReason.UnknownSymbol));

    // Each row is wrong in its own way and in every later way that it can be.
    [Theory]
    [InlineData("20:00", 0, null, VerdictReason.PriceNotPositive)]
    [InlineData("20:00", -5, null, VerdictReason.PriceNotPositive)]
    [InlineData("20:00", 50, null, VerdictReason.NoPreviousClose)]
    [InlineData("20:00", 50, 0, VerdictReason.NoPreviousClose)]
    [InlineData("14:33:01", 50, 100, VerdictReason.InTheFuture)]
    [InlineData("14:31:00", 50, 100, VerdictReason.NotNewer)]
    [InlineData("09:00:00", 50, 100, VerdictReason.NotNewer)]
    [InlineData("14:33:00", 50, 100, VerdictReason.LoneJump)]
    [InlineData("14:33:00", 99, 100, VerdictReason.Accepted)]
    public void Judge_GivesTheFirstReason_InTheOrderOfTheDesign(string time, int last, int? previousClose, VerdictReason expected) =>
        Judge(Given.Quote("NVDA", time, last, previousClose), Given.State("NVDA", "14:31", 100)).Reason.ShouldBe(expected);

    [Theory]
    [InlineData("14:30:00", 0, VerdictReason.Accepted)]
    [InlineData("14:29:59", 0, VerdictReason.Stale)]
    [InlineData("14:30:00", 15, VerdictReason.Accepted)]
    [InlineData("14:29:59", 15, VerdictReason.MarketClosed)]
    [InlineData("14:15:00", 15, VerdictReason.Stale)]
    public void Judge_CallsStale_OnlyBeyondTheDeclaredDelay(string time, int delayMinutes, VerdictReason expected)
    {
        // Clock 14:32:00 without, 14:46:30 with 15 minutes of delay: stale before 14:30:00 and 14:29:30.
        var now = Given.At(delayMinutes is 0 ? "14:32:00" : "14:46:30");
        var fresh = new SymbolState(Given.Sym("NVDA"));

        Guard.Judge(Given.Quote("NVDA", time, 100), fresh, now, TimeSpan.FromMinutes(delayMinutes), PeerSteps.None).Reason.ShouldBe(expected);
    }

    [Theory]
    [InlineData("14:29:59", VerdictReason.MarketClosed)]
    [InlineData("21:00:00", VerdictReason.Accepted)]
    [InlineData("21:00:01", VerdictReason.MarketClosed)]
    public void Judge_TakesTheClosingPrintButNothingOutside(string time, VerdictReason expected) =>
        Guard.Judge(Given.Quote("NVDA", time, 100), new SymbolState(Given.Sym("NVDA")), Given.At(time), TimeSpan.Zero, PeerSteps.None).Reason.ShouldBe(expected);

    [Theory]
    [InlineData(95.0, false)]
    [InlineData(95.01, false)]
    [InlineData(94.9, true)]
    [InlineData(105.1, true)]
    public void Judge_HoldsALoneJump_OverFivePercent(double last, bool held) =>
        Judge(Given.Quote("NVDA", "14:32", (double)last), Given.State("NVDA", "14:31", 100)).Kind.ShouldBe(held ? VerdictKind.Hold : VerdictKind.Accept);

    // The usual day is 2.03184 % (closes 100, 102, 100, ...), three of them 6.0955 %.
    [Theory]
    [InlineData(93.91, VerdictReason.Accepted)]
    [InlineData(93.90, VerdictReason.LoneJump)]
    public void Judge_HoldsALoneJump_OnlyOverThreeUsualDays(double last, VerdictReason expected)
    {
        var state = Given.State("NVDA", "14:31", 100);
        state.Closes.Restore(new DateOnly(2025, 1, 24), Enumerable.Range(0, 21).Select(day => day % 2 is 0 ? 100.0 : 102.0));

        Judge(Given.Quote("NVDA", "14:32", (double)last), state).Reason.ShouldBe(expected);
    }

    [Fact]
    public void Judge_StepsFromThePreviousClose_BeforeAnyAcceptedQuote() =>
        Judge(Given.Quote("NVDA", "14:31", 124.80, 142.62), new SymbolState(Given.Sym("NVDA"))).Reason.ShouldBe(VerdictReason.LoneJump);

    [Theory]
    [InlineData(88.0, 88.0, VerdictReason.JumpConfirmedByNextQuote)]
    [InlineData(88.0, 70.0, VerdictReason.JumpConfirmedByNextQuote)]
    [InlineData(88.0, 94.0, VerdictReason.JumpConfirmedByNextQuote)] // still a jump to the same side
    [InlineData(88.0, 99.9, VerdictReason.Accepted)] // the spike went back
    [InlineData(88.0, 112.0, VerdictReason.LoneJump)] // the other side: another spike
    public void Judge_LetsTheNextQuoteDecide_AfterAHeldJump(double held, double next, VerdictReason expected)
    {
        var state = Given.State("NVDA", "14:31", 100);
        (state.HeldPrice, state.HeldAt) = (held, Given.At("14:31"));

        Judge(Given.Quote("NVDA", "14:32", (double)next), state).Reason.ShouldBe(expected);
    }

    // Two peers: one of two is 50 %; the share asked for is 33.3 %, so one of three suffices and one of four does not.
    [Theory]
    [InlineData("AMD:-2 AVGO:0 MU:0", VerdictReason.JumpConfirmedByPeers)]
    [InlineData("AMD:-2 AVGO:0 MU:0 TXN:1", VerdictReason.LoneJump)]
    [InlineData("AMD:-1.9 AVGO:0", VerdictReason.LoneJump)]
    [InlineData("AMD:5 AVGO:5", VerdictReason.LoneJump)]
    [InlineData("AMD:-9", VerdictReason.LoneJump)]
    public void Judge_BelievesAJump_WhenAThirdOfThePeersWentTheSameWay(string steps, VerdictReason expected)
    {
        var byPeer = steps.Split(' ').Select(pair => pair.Split(':'))
            .ToDictionary(pair => Given.Sym(pair[0]), pair => double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
        var peers = new PeerSteps(byPeer, _ => byPeer.Keys.Append(Given.Sym("SILENT")));

        Guard.Judge(Given.Quote("NVDA", "14:32", 88), Given.State("NVDA", "14:31", 100), Given.At("14:32"), TimeSpan.Zero, peers).Reason.ShouldBe(expected);
    }

    [Fact]
    public void IsNotable_IsFalse_OnlyForPlainAcceptanceAndRepeats() =>
        Enum.GetValues<VerdictReason>()
            .Where(reason => !new Verdict(default, default, 1, VerdictKind.Accept, reason).IsNotable)
            .ShouldBe([VerdictReason.Accepted, VerdictReason.NotNewer]);

    private static Verdict Judge(Quote quote, SymbolState state) => Guard.Judge(quote, state, Given.At("14:32"), TimeSpan.Zero, PeerSteps.None);
}
