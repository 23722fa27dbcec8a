namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Finds and removes old rows. Nothing that still is to be done is ever old: what waits, and mails that are not sent or refused yet, stay.
/// </summary>
public interface IRetentionStore
{
    /// <summary>The parts of a kind that are cleaned one by one, in an order that stays.</summary>
    Task<IReadOnlyList<string>> PartsAsync(RetainedKind kind, CancellationToken cancellationToken);

    /// <summary>
    /// Removes rows of a part that are older than an instant, oldest or not, as many as asked for at most; returns how many went.
    /// </summary>
    Task<int> RemoveAsync(RetainedKind kind, string part, DateTimeOffset before, int most, CancellationToken cancellationToken);
}
