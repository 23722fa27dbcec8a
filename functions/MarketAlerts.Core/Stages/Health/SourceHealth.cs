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

/// <summary>How a source of quotes or news does.</summary>
public enum SourceState
{
    /// <summary>It answers.</summary>
    Good,

    /// <summary>It does not answer, or not usably; it is asked again at the next poll.</summary>
    Failing,

    /// <summary>It does not accept the key or the plan: somebody must change the settings.</summary>
    Refused,
}

/// <summary>Keeps how the sources do, one row a source; several instances write the same row, and the last one stands.</summary>
public interface IHealthStore
{
    /// <summary>Writes what was seen of a source.</summary>
    Task SaveAsync(SourceHealth health, CancellationToken cancellationToken);

    /// <summary>All sources that were ever seen, by name.</summary>
    Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken);
}
