namespace MarketAlerts.Core.Market.Verdicts;

/// <summary>What follows from a reason.</summary>
public static class VerdictReasonKinds
{
    /// <summary>What happens to a quote for a reason.</summary>
    public static VerdictKind Kind(this VerdictReason reason) =>
        reason switch
        {
            <= VerdictReason.SevereConfirmedBySecondSource => VerdictKind.Accept,
            VerdictReason.LooksLikeSplit or VerdictReason.LooksLikeUnits or VerdictReason.CrashNotVerified => VerdictKind.Tag,
            VerdictReason.LoneJump or VerdictReason.WarmUp or VerdictReason.SplitOrCrash or VerdictReason.SourcesDisagree =>
                VerdictKind.Hold,
            _ => VerdictKind.Reject,
        };

    /// <summary>Whether a quote moves the state.</summary>
    public static bool Moves(this VerdictReason reason) => reason.Kind() is VerdictKind.Accept or VerdictKind.Tag;

    /// <summary>Whether it is worth a record: everything but plain acceptance and the source repeating itself.</summary>
    public static bool IsNotable(this VerdictReason reason) => reason is not (VerdictReason.Accepted or VerdictReason.NotNewer);
}
