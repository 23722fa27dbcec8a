namespace MarketAlerts.Core.Stages.Health;

/// <summary>Keeps how the sources do, one row a source; several instances write the same row, and the last one stands.</summary>
public interface IHealthStore
{
    /// <summary>Writes what was seen of a source.</summary>
    Task SaveAsync(SourceHealth health, CancellationToken cancellationToken);

    /// <summary>All sources that were ever seen, by name.</summary>
    Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken);
}
