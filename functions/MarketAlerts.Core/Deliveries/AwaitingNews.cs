using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A rule with <c>and news</c> whose figures have fired while there was no news yet.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Rule">The rule.</param>
/// <param name="News">What its news has to be about.</param>
/// <param name="Evidence">What fired it.</param>
public sealed record AwaitingNews(SubscriberId Subscriber, Rule Rule, Target News, MarketEvent Evidence);
