namespace MarketAlerts.Core.Market.Verdicts;

/// <summary>
/// Why a quote was accepted, tagged, held or rejected. The numbers are stored; what becomes of the quote follows from them, see <see
/// cref="Verdict"/>.
/// </summary>
public enum VerdictReason : byte
{
    /// <summary>Accepted: nothing to object.</summary>
    Accepted = 0,

    /// <summary>Accepted: the quote after a held jump confirms it.</summary>
    JumpConfirmedByNextQuote = 1,

    /// <summary>Accepted: enough of its basket's peers jumped the same way in the same poll.</summary>
    JumpConfirmedByPeers = 2,

    /// <summary>Accepted: far more shares changed hands since the last quote than usual.</summary>
    JumpConfirmedByVolume = 3,

    /// <summary>Accepted: a second source shows the same price.</summary>
    JumpConfirmedBySecondSource = 4,

    /// <summary>Accepted: the previous close was restated for a split that is known.</summary>
    SplitKnown = 5,

    /// <summary>Accepted: the previous close was restated, since a second source has it in the new shares.</summary>
    SplitSeenBySecondSource = 6,

    /// <summary>Accepted: severe for the first time, and a second source shows the same.</summary>
    SevereConfirmedBySecondSource = 7,

    /// <summary>Rejected: nobody asked for this symbol.</summary>
    UnknownSymbol = 10,

    /// <summary>Rejected: the price is zero or negative.</summary>
    PriceNotPositive = 11,

    /// <summary>Rejected: the source gives no previous close above zero.</summary>
    NoPreviousClose = 12,

    /// <summary>Rejected: the market time lies in the future.</summary>
    InTheFuture = 13,

    /// <summary>Rejected silently: the source repeats the quote we have.</summary>
    NotNewer = 14,

    /// <summary>Rejected: older than the staleness limit beyond the source's declared delay.</summary>
    Stale = 15,

    /// <summary>Rejected: printed outside the session that is looked at.</summary>
    MarketClosed = 16,

    /// <summary>Held for one more quote: a lone jump.</summary>
    LoneJump = 17,

    /// <summary>Rejected: the price is not a finite number.</summary>
    PriceNotFinite = 18,

    /// <summary>Rejected: trading is halted and no share changed hands.</summary>
    Halted = 19,

    /// <summary>Held for one more quote: the first look at a symbol without history, and far from its previous close.</summary>
    WarmUp = 20,

    /// <summary>
    /// Tagged: the price looks like one after a split nobody announced; the day counts in the new shares until something speaks against it.
    /// </summary>
    LooksLikeSplit = 21,

    /// <summary>Tagged: price and previous close look like two units of the same money; the day counts in the price's unit.</summary>
    LooksLikeUnits = 22,

    /// <summary>Held for one more quote: a split or a crash, and no volume to tell which.</summary>
    SplitOrCrash = 23,

    /// <summary>Tagged: what might be a split held for two quotes and is told as the crash it shows, unverified.</summary>
    CrashNotVerified = 24,

    /// <summary>Held for one more quote: severe for the first time, and a second source plainly shows something else.</summary>
    SourcesDisagree = 25,
}

/// <summary>What follows from a reason.</summary>
internal static class VerdictReasonKinds
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

/// <summary>The guards' answer about one quote, as it is kept for "why did I (not) get this?".</summary>
/// <param name="Symbol">Whose quote.</param>
/// <param name="MarketTime">When it was printed.</param>
/// <param name="Price">Its price.</param>
/// <param name="Reason">Why.</param>
public sealed record Verdict(Symbol Symbol, DateTimeOffset MarketTime, double Price, VerdictReason Reason)
{
    /// <summary>Accept, tag, hold or reject.</summary>
    public VerdictKind Kind => Reason.Kind();
}

/// <summary>What happens to a quote.</summary>
public enum VerdictKind
{
    /// <summary>It moves the state.</summary>
    Accept,

    /// <summary>It moves the state, and everything told of the day says that it is unverified.</summary>
    Tag,

    /// <summary>It waits for one more quote.</summary>
    Hold,

    /// <summary>It is left aside.</summary>
    Reject,
}
