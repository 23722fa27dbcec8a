using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>
/// Keeps the rules with <c>and news</c> until both halves are true, whichever comes first: news since the close before counts, and news
/// that comes later in the session. Where there is none, what waits is written down and the news is looked for once more; stories are
/// written before their event is published; so no order of the two loses a rule.
/// </summary>
public sealed class AndNewsFilter(MarketClock clock, INewsStore news, IAwaitingNewsStore awaiting, IProfileStore profiles)
{
    private const int AtATime = 16;

    /// <summary>The subscriptions that may fire now; the others wait.</summary>
    public async Task<IReadOnlyList<Subscription>> PassAsync(
        MarketEvent fired,
        IReadOnlyList<Subscription> subscriptions,
        CancellationToken cancellationToken
    )
    {
        var passed = subscriptions.Where(subscription => subscription.Terms.AndNews is null).ToList();
        foreach (
            var asking in subscriptions
                .Where(subscription => subscription.Terms.AndNews is not null)
                .GroupBy(subscription => subscription.Terms.AndNews!.Target)
        )
        {
            if (
                await HasNewsAsync(asking.Key, fired, cancellationToken)
                || await IsReleasedAsync(asking.Key, [.. asking], fired, cancellationToken)
            )
            {
                passed.AddRange(asking);
            }
        }

        return passed;
    }

    /// <summary>The rules that waited for the news of an event and still stand; none for an event that is no news.</summary>
    public async Task<IReadOnlyList<AwaitingNews>> ReleasedByAsync(MarketEvent evidence, CancellationToken cancellationToken)
    {
        var released = new List<AwaitingNews>();
        var waiting = evidence.News is null ? [] : await awaiting.FindAsync(evidence.Target, evidence.Session, cancellationToken);
        foreach (var rules in waiting.GroupBy(rule => rule.Subscriber))
        {
            var profile = await profiles.LoadProfileAsync(rules.Key, cancellationToken);
            released.AddRange(rules.Where(rule => profile?.Rules.Contains(rule.Rule) is true));
        }

        return released;
    }

    /// <summary>Takes rules off the list once they are filed.</summary>
    public Task ForgetAsync(IEnumerable<AwaitingNews> released, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(released, Limit(cancellationToken), async (rule, token) => await awaiting.RemoveAsync(rule, token));

    /// <summary>Writes down what waits; whether the news came just then after all.</summary>
    private async Task<bool> IsReleasedAsync(
        Target target,
        IReadOnlyList<Subscription> subscriptions,
        MarketEvent fired,
        CancellationToken cancellationToken
    )
    {
        AwaitingNews[] waits =
        [
            .. subscriptions.Select(subscription => new AwaitingNews(subscription.Subscriber, subscription.Rule, target, fired)),
        ];
        await Parallel.ForEachAsync(waits, Limit(cancellationToken), async (rule, token) => await awaiting.AddAsync(rule, token));
        if (!await HasNewsAsync(target, fired, cancellationToken))
        {
            return false;
        }

        await ForgetAsync(waits, cancellationToken);
        return true;
    }

    private async Task<bool> HasNewsAsync(Target target, MarketEvent fired, CancellationToken cancellationToken) =>
        (await news.LoadAsync(target, clock.CloseBefore(fired.Session), DateTimeOffset.MaxValue, 1, cancellationToken)).Count > 0;

    private static ParallelOptions Limit(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
}
