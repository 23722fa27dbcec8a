namespace MarketAlerts.Core.Guards;

/// <summary>Why a quote was accepted, held or rejected. The numbers are stored.</summary>
public enum VerdictReason : byte
{
    /// <summary>Nothing to object.</summary>
    Accepted = 0,

    /// <summary>Accepted: the quote after a held jump confirms it.</summary>
    JumpConfirmedByNextQuote = 1,

    /// <summary>Accepted: enough of its basket's peers jumped the same way in the same poll.</summary>
    JumpConfirmedByPeers = 2,

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

    /// <summary>Rejected: printed outside the regular session.</summary>
    MarketClosed = 16,

    /// <summary>Held for one more quote: a lone jump.</summary>
    LoneJump = 17,
}
