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
}
