namespace MarketAlerts.Core.Quotes;

/// <summary>One answer of a quote source about one symbol. Prices in the listing's currency; nothing in it is trusted before the guards.</summary>
/// <remarks>A wire number becomes the nearest <see cref="double"/>; levels round to 1/10,000, which restores every price of up to 15 digits (docs/decisions/0010).</remarks>
/// <param name="Symbol">Whose quote it is.</param>
/// <param name="MarketTime">When the exchange printed it (UTC), never when we saw it.</param>
/// <param name="Last">The last trade.</param>
/// <param name="Open">The session's first trade, if the source tells.</param>
/// <param name="High">The session's highest trade so far, if the source tells.</param>
/// <param name="Low">The session's lowest trade so far, if the source tells.</param>
/// <param name="PreviousClose">The close of the session before, split-adjusted.</param>
/// <param name="Volume">Shares traded in the session so far.</param>
public readonly record struct Quote(
    Symbol Symbol,
    DateTimeOffset MarketTime,
    double Last,
    double? Open,
    double? High,
    double? Low,
    double? PreviousClose,
    long? Volume);
