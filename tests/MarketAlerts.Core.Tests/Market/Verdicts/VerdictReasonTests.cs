using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.Core.Tests.Market.Verdicts;

public sealed class VerdictReasonTests
{
    [Fact]
    public void Numbers_ArePinned_BecauseTheyAreStored() =>
        Enum.GetValues<VerdictReason>()
            .Select(reason => $"{(byte)reason} {reason}")
            .ShouldBe([
                "0 Accepted",
                "1 JumpConfirmedByNextQuote",
                "2 JumpConfirmedByPeers",
                "3 JumpConfirmedByVolume",
                "4 JumpConfirmedBySecondSource",
                "5 SplitKnown",
                "6 SplitSeenBySecondSource",
                "7 SevereConfirmedBySecondSource",
                "10 UnknownSymbol",
                "11 PriceNotPositive",
                "12 NoPreviousClose",
                "13 InTheFuture",
                "14 NotNewer",
                "15 Stale",
                "16 MarketClosed",
                "17 LoneJump",
                "18 PriceNotFinite",
                "19 Halted",
                "20 WarmUp",
                "21 LooksLikeSplit",
                "22 LooksLikeUnits",
                "23 SplitOrCrash",
                "24 CrashNotVerified",
                "25 SourcesDisagree",
            ]);

    [Fact]
    public void Kind_IsWhatBecomesOfAQuote() =>
        Enum.GetValues<VerdictReason>()
            .GroupBy(reason => reason.Kind())
            .ToDictionary(group => group.Key, group => group.ToArray())
            .ShouldSatisfyAllConditions(
                kinds => kinds[VerdictKind.Accept].Length.ShouldBe(8),
                kinds =>
                    kinds[VerdictKind.Tag]
                        .ShouldBe([VerdictReason.LooksLikeSplit, VerdictReason.LooksLikeUnits, VerdictReason.CrashNotVerified]),
                kinds =>
                    kinds[VerdictKind.Hold]
                        .ShouldBe([
                            VerdictReason.LoneJump,
                            VerdictReason.WarmUp,
                            VerdictReason.SplitOrCrash,
                            VerdictReason.SourcesDisagree,
                        ]),
                kinds => kinds[VerdictKind.Reject].Length.ShouldBe(9)
            );

    [Fact]
    public void Moves_IsTrue_OnlyForAcceptedAndTagged() =>
        Enum.GetValues<VerdictReason>()
            .ShouldAllBe(reason => reason.Moves() == (reason.Kind() == VerdictKind.Accept || reason.Kind() == VerdictKind.Tag));

    [Fact]
    public void IsNotable_IsFalse_OnlyForPlainAcceptanceAndRepeats() =>
        Enum.GetValues<VerdictReason>().Where(reason => !reason.IsNotable()).ShouldBe([VerdictReason.Accepted, VerdictReason.NotNewer]);
}
