namespace MarketAlerts.Core.Subscribers;

/// <summary>How many rows of a kind there are, or went.</summary>
/// <param name="Kind">What they are, in words.</param>
/// <param name="Count">How many.</param>
public sealed record RowCount(string Kind, int Count);
