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
