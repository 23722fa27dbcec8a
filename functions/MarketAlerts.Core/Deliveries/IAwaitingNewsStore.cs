using MarketAlerts.Core.Detection;
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

/// <summary>A rule with <c>and news</c> whose figures have fired while there was no news yet.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Rule">The rule.</param>
/// <param name="News">What its news has to be about.</param>
/// <param name="Evidence">What fired it.</param>
public sealed record AwaitingNews(SubscriberId Subscriber, Rule Rule, Target News, MarketEvent Evidence);
