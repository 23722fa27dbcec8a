using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Finds the rules that events fire: those whose levels were crossed, whose news is there, and which did not fire once and for all before.
/// </summary>
public sealed class FiringRules(SubscriptionMatcher matcher, AndNewsFilter filter, IOnceRuleStore onces)
{
    private const int ParallelReads = 16;

    /// <summary>Finds what each event fires; what a rule's terms ask for is looked up for several at the same time.</summary>
    internal async Task<RoutedEvent[]> FindAsync(
        string messageId,
        IReadOnlyList<MarketEvent> events,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var fired = await matcher.FiredByAsync(events, catalog, cancellationToken);
        var routed = new RoutedEvent[events.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0,
            events.Count,
            parallel,
            async (index, cancelled) =>
            {
                var next = events[index];
                var passed = await filter.PassAsync(next, fired[index], cancelled);
                routed[index] = new RoutedEvent(
                    next,
                    await ClaimAsync(messageId, passed, cancelled),
                    await ReleasedByAsync(messageId, next, cancelled)
                );
            }
        );
        return routed;
    }

    /// <summary>
    /// Leaves out the <c>once</c> rules that fired for another message; claimed before filing, so a redelivery of this one fires them
    /// again.
    /// </summary>
    private async Task<IReadOnlyList<Subscription>> ClaimAsync(
        string messageId,
        IReadOnlyList<Subscription> fired,
        CancellationToken cancellationToken
    )
    {
        var claimed = new List<Subscription>(fired.Count);
        foreach (var subscription in fired)
        {
            if (
                !subscription.Terms.Once
                || await onces.ClaimOnceAsync(subscription.Subscriber, subscription.Rule, messageId, cancellationToken)
            )
            {
                claimed.Add(subscription);
            }
        }

        return claimed;
    }

    /// <summary>The rules that waited for these news: their figures fired earlier, so the news is what makes them true.</summary>
    private async Task<IReadOnlyList<AwaitingNews>> ReleasedByAsync(string messageId, MarketEvent next, CancellationToken cancellationToken)
    {
        var released = new List<AwaitingNews>();
        foreach (var rule in await filter.ReleasedByAsync(next, cancellationToken))
        {
            if (!rule.Rule.Terms.Once || await onces.ClaimOnceAsync(rule.Subscriber, rule.Rule, messageId, cancellationToken))
            {
                released.Add(rule);
            }
        }

        return released;
    }

    /// <summary>Takes rules that waited for their news off the list once they are filed.</summary>
    internal Task ForgetAsync(IEnumerable<AwaitingNews> released, CancellationToken cancellationToken) =>
        filter.ForgetAsync(released, cancellationToken);
}

/// <summary>An event with the rules it fires.</summary>
/// <param name="Event">The event.</param>
/// <param name="Fired">The subscriptions whose rules fire.</param>
/// <param name="Released">The rules that waited for these news.</param>
internal sealed record RoutedEvent(MarketEvent Event, IReadOnlyList<Subscription> Fired, IReadOnlyList<AwaitingNews> Released);
