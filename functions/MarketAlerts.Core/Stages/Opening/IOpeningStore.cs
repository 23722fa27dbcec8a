namespace MarketAlerts.Core.Stages.Opening;

/// <summary>Keeps for which buckets of subscribers the open of a session was told: one row a bucket, of the newest session alone.</summary>
public interface IOpeningStore
{
    /// <summary>The buckets for which a session's open was told.</summary>
    Task<IReadOnlySet<string>> ReadAsync(DateOnly session, CancellationToken cancellationToken);

    /// <summary>Notes that a session's open was told for a bucket.</summary>
    Task SaveAsync(string bucket, DateOnly session, CancellationToken cancellationToken);
}
