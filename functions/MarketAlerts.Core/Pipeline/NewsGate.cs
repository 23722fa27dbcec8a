using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Keeps the rules with <c>and news</c> until both halves are true, whichever comes first: news since the close before counts, and news that comes later in the
/// session. What waits is written down before the news is looked for, and stories before their event is published, so that no order of the two loses a rule.
/// </summary>
public sealed class NewsGate(MarketClock clock, INewsStore news, IAwaitingNewsStore awaiting)
{
    /// <summary>The watchers that may fire now; the others wait.</summary>
    public async Task<IReadOnlyList<Watcher>> PassAsync(MarketEvent fired, IReadOnlyList<Watcher> watchers, CancellationToken cancellationToken)
    {
        var passed = new List<Watcher>(watchers.Count);
        foreach (var watcher in watchers)
        {
            if (watcher.Terms.AndNews is not { } also || await HasNewsAsync(watcher, also, fired, cancellationToken))
            {
                passed.Add(watcher);
            }
        }

        return passed;
    }

    /// <summary>The rules that waited for the news of an event; none for an event that is no news.</summary>
    public async Task<IReadOnlyList<AwaitingNews>> ReleasedByAsync(MarketEvent evidence, CancellationToken cancellationToken) =>
        evidence.News is null ? [] : await awaiting.FindAsync(Target.Parse(evidence.Target), evidence.Session, cancellationToken);

    /// <summary>Takes rules off the list once they are filed.</summary>
    public async Task ForgetAsync(IReadOnlyList<AwaitingNews> released, CancellationToken cancellationToken)
    {
        foreach (var rule in released)
        {
            await awaiting.RemoveAsync(rule, cancellationToken);
        }
    }

    private async Task<bool> HasNewsAsync(Watcher watcher, NewsCondition also, MarketEvent fired, CancellationToken cancellationToken)
    {
        var waits = new AwaitingNews(watcher.Subscriber, watcher.Rule, watcher.Terms.Once, also.Target.ToString(), fired);
        await awaiting.AddAsync(waits, cancellationToken);
        var found = await news.LoadAsync(also.Target, clock.CloseBefore(fired.Session), 1, cancellationToken);
        if (found.Count is 0)
        {
            return false;
        }

        await awaiting.RemoveAsync(waits, cancellationToken);
        return true;
    }
}
