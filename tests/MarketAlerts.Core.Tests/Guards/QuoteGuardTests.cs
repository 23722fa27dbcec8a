using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>Our clock stands at 14:32:00; the last accepted quote is 100 at 14:31:00; staleness limit 120 s, tolerance 60 s.</summary>
/// <remarks>Seen to fail without each comparison in turn: finite, above zero, previous close, future, newer, stale, part of the day, jump,
/// next quote, warm-up.</remarks>
public sealed class QuoteGuardTests
{
    private static readonly QuoteGuard Guard = new(new GuardOptions(), Given.Thresholds, Given.Volumes);

    // Each row is wrong in its own way and in every later way that it can be.
    [Theory]
    [InlineData("20:00", double.NaN, null, VerdictReason.PriceNotFinite)]
    [InlineData("20:00", double.PositiveInfinity, null, VerdictReason.PriceNotFinite)]
    [InlineData("20:00", double.NegativeInfinity, null, VerdictReason.PriceNotFinite)]
    [InlineData("20:00", 0.0, null, VerdictReason.PriceNotPositive)]
    [InlineData("20:00", -5.0, null, VerdictReason.PriceNotPositive)]
    [InlineData("20:00", 50.0, null, VerdictReason.NoPreviousClose)]
    [InlineData("20:00", 50.0, 0.0, VerdictReason.NoPreviousClose)]
    [InlineData("20:00", 50.0, -1.0, VerdictReason.NoPreviousClose)]
    [InlineData("20:00", 50.0, double.NaN, VerdictReason.NoPreviousClose)]
    [InlineData("20:00", 50.0, double.PositiveInfinity, VerdictReason.NoPreviousClose)]
    [InlineData("14:33:01", 50.0, 100.0, VerdictReason.InTheFuture)]
    [InlineData("14:31:00", 50.0, 100.0, VerdictReason.NotNewer)]
    [InlineData("09:00:00", 50.0, 100.0, VerdictReason.NotNewer)]
    [InlineData("14:33:00", 50.0, 100.0, VerdictReason.LoneJump)]
    [InlineData("14:33:00", 99.0, 100.0, VerdictReason.Accepted)]
    public void Judge_GivesTheFirstReason_InTheOrderOfTheDesign(string time, double last, double? previousClose, VerdictReason expected) =>
        Judge(Given.Quote("NVDA", time, last, previousClose), Given.State("NVDA", "14:31", 100)).ShouldBe(expected);

    [Theory]
    [InlineData("14:30:00", 0, VerdictReason.Accepted)]
    [InlineData("14:29:59", 0, VerdictReason.Stale)]
    [InlineData("14:30:00", 15, VerdictReason.Accepted)]
    [InlineData("14:29:59", 15, VerdictReason.MarketClosed)]
    [InlineData("14:15:00", 15, VerdictReason.Stale)]
    public void Judge_CallsStale_OnlyBeyondTheDeclaredDelay(string time, int delayMinutes, VerdictReason expected) =>
        // Clock 14:32:00 without, 14:46:30 with 15 minutes of delay: stale before 14:30:00 and 14:29:30.
        Judge(Given.Quote("NVDA", time, 100), Fresh(), delayMinutes is 0 ? "14:32:00" : "14:46:30", delayMinutes).ShouldBe(expected);

    [Theory]
    [InlineData("14:29:59", VerdictReason.MarketClosed)]
    [InlineData("14:30:00", VerdictReason.Accepted)]
    [InlineData("21:00:00", VerdictReason.Accepted)]
    public void Judge_TakesTheFirstAndTheClosingPrint(string time, VerdictReason expected) =>
        Judge(Given.Quote("NVDA", time, 100), Fresh(), time).ShouldBe(expected);

    // The closing prints come in for two more minutes; what is printed after the close is none of them, and later the after-hours are
    // looked at.
    [Theory]
    [InlineData("21:00:00", "21:02:00", VerdictReason.Accepted)]
    [InlineData("21:00:01", "21:02:00", VerdictReason.MarketClosed)]
    [InlineData("21:00:30", "21:02:01", VerdictReason.Accepted)]
    [InlineData("21:00:00", "21:02:01", VerdictReason.Stale)]
    [InlineData("2025-01-26T15:00Z", "2025-01-26T15:00Z", VerdictReason.MarketClosed)] // a Sunday
    [InlineData("08:59:59", "08:59:59", VerdictReason.MarketClosed)]
    [InlineData("09:00:00", "09:00:00", VerdictReason.Accepted)] // pre-market from 04:00 New York
    [InlineData("2025-01-28T01:00:00Z", "2025-01-28T01:00:00Z", VerdictReason.Accepted)]
    [InlineData("2025-01-28T01:00:01Z", "2025-01-28T01:00:01Z", VerdictReason.MarketClosed)] // after hours until 20:00 New York
    public void Judge_LooksAtOnePartOfTheDay(string time, string now, VerdictReason expected) =>
        Judge(Given.Quote("NVDA", time, 100), Fresh(), now).ShouldBe(expected);

    [Theory]
    [InlineData(95.0, false)]
    [InlineData(95.01, false)]
    [InlineData(94.9, true)]
    [InlineData(105.0, false)]
    [InlineData(105.1, true)]
    public void Judge_HoldsALoneJump_OverFivePercent(double last, bool held) =>
        Judge(Given.Quote("NVDA", "14:32", last), Given.State("NVDA", "14:31", 100))
            .ShouldBe(held ? VerdictReason.LoneJump : VerdictReason.Accepted);

    // The usual day is 2.03184 % (closes 100, 102, 100, ...), three of them 6.0955 %.
    [Theory]
    [InlineData(93.91, VerdictReason.Accepted)]
    [InlineData(93.90, VerdictReason.LoneJump)]
    public void Judge_HoldsALoneJump_OnlyOverThreeUsualDays(double last, VerdictReason expected)
    {
        var state = Given.State("NVDA", "14:31", 100);
        Given.Usual(state);

        Judge(Given.Quote("NVDA", "14:32", last), state).ShouldBe(expected);
    }

    [Fact]
    public void Judge_StepsFromThePreviousClose_BeforeAnyAcceptedQuote()
    {
        // 124.80 against 142.62 is -12.5 %: too much for three usual days.
        var state = Fresh();
        Judge(Given.Quote("NVDA", "14:31", 124.80, 142.62), state).ShouldBe(VerdictReason.WarmUp, "nothing at all is known of it");

        Given.Usual(state);
        Judge(Given.Quote("NVDA", "14:31", 124.80, 142.62), state).ShouldBe(VerdictReason.LoneJump);
        Judge(Given.Quote("NVDA", "14:31", 140, 142.62), state).ShouldBe(VerdictReason.Accepted);
    }

    [Fact]
    public void Judge_StepsFromThePreviousClose_NotFromYesterdaysLastPrice()
    {
        var state = Given.State("NVDA", "14:31", 120);
        (state.Session, state.QuoteTime) = (new DateOnly(2025, 1, 24), Given.Utc("2025-01-24T20:59Z"));

        Judge(Given.Quote("NVDA", "14:31", 99), state).ShouldBe(VerdictReason.Accepted);
    }

    [Theory]
    [InlineData(88.0, 88.0, VerdictReason.JumpConfirmedByNextQuote)]
    [InlineData(88.0, 70.0, VerdictReason.JumpConfirmedByNextQuote)]
    [InlineData(88.0, 94.0, VerdictReason.JumpConfirmedByNextQuote)] // still a jump to the same side
    [InlineData(88.0, 99.9, VerdictReason.Accepted)] // the spike went back
    [InlineData(88.0, 112.0, VerdictReason.LoneJump)] // the other side: another spike
    public void Judge_LetsTheNextQuoteDecide_AfterAHeldJump(double held, double next, VerdictReason expected)
    {
        var state = Given.State("NVDA", "14:31", 100);
        state.Columns.Hold(0, held, Given.At("14:31:30").UtcTicks);

        Judge(Given.Quote("NVDA", "14:32", next), state).ShouldBe(expected);
    }

    [Fact]
    public void Judge_DoesNotConfirmAJump_ByAPriceHeldInAnEarlierSession()
    {
        var state = Given.State("NVDA", "14:31", 100);
        (state.Session, state.QuoteTime) = (new DateOnly(2025, 1, 24), Given.Utc("2025-01-24T20:58Z"));
        state.Columns.Hold(0, 80, Given.Utc("2025-01-24T20:59Z").UtcTicks);

        Judge(Given.Quote("NVDA", "14:31", 88), state).ShouldBe(VerdictReason.LoneJump);
    }

    [Theory]
    [InlineData(100.0, 88.0, null, 88.0)]
    [InlineData(100.0, 88.0, 90.0, 90.0)]
    public void StepBase_IsTheLastPriceOfTheDay_ElseTheCloseBefore(double previousClose, double yesterdays, double? todays, double expected)
    {
        var state = Given.State("NVDA", "14:31", todays ?? yesterdays);
        state.QuoteTime = todays is null ? Given.Utc("2025-01-24T20:59Z") : state.QuoteTime;

        QuoteGuard.StepBase(state.Columns, 0, Limits("14:32", 0), previousClose).ShouldBe(todays is null ? previousClose : expected);
    }

    private static SymbolState Fresh() => new(Given.Sym("NVDA"));

    private static VerdictReason Judge(Quote quote, SymbolState state, string now = "14:32", int delayMinutes = 0) =>
        Guard.Judge(quote, state.Columns, state.Row, Limits(now, delayMinutes), NoEvidence.Instance).Reason;

    private static PollLimits Limits(string now, int delayMinutes) =>
        PollLimits.Derive(Given.Calendar, new GuardOptions(), Given.Instant(now), TimeSpan.FromMinutes(delayMinutes));
}
