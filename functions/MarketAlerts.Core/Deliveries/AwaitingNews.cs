using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A rule with <c>and news</c> whose figures have fired while there was no news yet.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Rule">The rule in the subscriber's words.</param>
/// <param name="Once">Whether it fires for one message only.</param>
/// <param name="News">What its news has to be about.</param>
/// <param name="Evidence">What fired it.</param>
public sealed record AwaitingNews(SubscriberId Subscriber, string Rule, bool Once, string News, MarketEvent Evidence)
{
    /// <summary>What its news has to be about.</summary>
    public Target NewsTarget => Target.Parse(News);
}
