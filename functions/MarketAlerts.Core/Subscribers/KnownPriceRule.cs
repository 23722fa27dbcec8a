namespace MarketAlerts.Core.Subscribers;

/// <summary>What a profile remembers of one of its price rules. It is in the same row as the rules, so that a split rescales them once.</summary>
/// <param name="Rule">The rule, canonical.</param>
/// <param name="Since">From when its level counts in the shares of that time: when it was entered, or the split that rescaled it last.</param>
/// <param name="Entered">What its subscriber entered, if a split rescaled it since. A watch file that still says so means the rescaled rule.</param>
public sealed record KnownPriceRule(string Rule, DateTimeOffset Since, string? Entered);
