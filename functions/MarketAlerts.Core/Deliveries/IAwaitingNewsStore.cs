using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Keeps the rules whose figures have fired and that wait for their news.</summary>
public interface IAwaitingNewsStore
{
    /// <summary>Adds one; adding it again changes nothing.</summary>
    Task AddAsync(AwaitingNews awaiting, CancellationToken cancellationToken);

    /// <summary>Those that wait in a session for news of a target.</summary>
    Task<IReadOnlyList<AwaitingNews>> FindAsync(Target news, DateOnly session, CancellationToken cancellationToken);

    /// <summary>Those of a subscriber, of whatever session; reads all there are.</summary>
    Task<IReadOnlyList<AwaitingNews>> FindAsync(SubscriberId subscriber, CancellationToken cancellationToken);

    /// <summary>Removes one; removing it again changes nothing.</summary>
    Task RemoveAsync(AwaitingNews awaiting, CancellationToken cancellationToken);
}
