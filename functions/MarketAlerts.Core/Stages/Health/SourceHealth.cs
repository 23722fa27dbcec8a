namespace MarketAlerts.Core.Stages.Health;

/// <summary>What was last seen of a source.</summary>
/// <param name="Source">Its name, such as <c>quotes.massive</c>.</param>
/// <param name="State">How it does.</param>
/// <param name="Since">Since when it does so.</param>
/// <param name="SeenAt">When this was seen.</param>
/// <param name="LastGood">When it last answered usably, or null if never.</param>
/// <param name="Problem">What is wrong, without keys; empty while it is good.</param>
public sealed record SourceHealth(
    string Source,
    SourceState State,
    DateTimeOffset Since,
    DateTimeOffset SeenAt,
    DateTimeOffset? LastGood,
    string Problem
);
