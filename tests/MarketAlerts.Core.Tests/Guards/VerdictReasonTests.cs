using MarketAlerts.Core.Guards;

namespace MarketAlerts.Core.Tests.Guards;

public sealed class VerdictReasonTests
{
    [Fact]
    public void Numbers_ArePinned_BecauseTheyAreStored() =>
        Enum.GetValues<VerdictReason>().Select(reason => $"{(byte)reason} {reason}").ShouldBe(
        [
            "0 Accepted", "1 JumpConfirmedByNextQuote", "2 JumpConfirmedByPeers", "10 UnknownSymbol", "11 PriceNotPositive", "12 NoPreviousClose",
            "13 InTheFuture", "14 NotNewer", "15 Stale", "16 MarketClosed", "17 LoneJump",
        ]);
}
