using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Guards;

public sealed class PeerStepsTests
{
    [Fact]
    public void StepOf_IsFromThePreviousClose_BeforeAnyQuote() =>
        PeerSteps.StepOf(Given.Quote("NVDA", "14:30", 90, 120), new SymbolState(Given.Sym("NVDA"))).ShouldBe(-25, 1e-9);

    [Fact]
    public void StepOf_IsFromTheLastAcceptedPrice_AfterIt() =>
        PeerSteps.StepOf(Given.Quote("NVDA", "14:31", 90, 120), Given.State("NVDA", "14:30", 100, 120)).ShouldBe(-10, 1e-9);

    [Fact]
    public void Step_IsZero_WithoutABase() => PeerSteps.Step(90, 0).ShouldBe(0);

    [Fact]
    public void Agree_IsFalse_WithoutPeers() => PeerSteps.None.Agree(Given.Sym("NVDA"), -10, new GuardOptions()).ShouldBeFalse();

    [Fact]
    public void Judge_DoesNotConfirmAJump_ByAPriceHeldInAnEarlierSession()
    {
        var state = Given.State("NVDA", "14:31", 100);
        (state.Session, state.QuoteTime, state.HeldPrice) = (new DateOnly(2025, 1, 24), Given.Utc("2025-01-24T20:58Z"), 80);
        state.HeldAt = Given.Utc("2025-01-24T20:59Z");

        new QuoteGuard(Given.Calendar, new GuardOptions()).Judge(Given.Quote("NVDA", "14:31", 88), state, Given.At("14:31"), TimeSpan.Zero, PeerSteps.None)
            .Reason.ShouldBe(VerdictReason.LoneJump);
    }
}
