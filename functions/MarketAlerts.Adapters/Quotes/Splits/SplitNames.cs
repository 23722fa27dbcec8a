namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>What a provider calls the fields of a split.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date.</param>
/// <param name="OldShares">How many old shares ...</param>
/// <param name="NewShares">... become how many new ones.</param>
internal sealed record SplitNames(byte[] Symbol, byte[] Day, byte[] OldShares, byte[] NewShares);
