using MarketAlerts.Core.Market;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>Rules as code: the content of a <c>watch.json</c>, checked.</summary>
/// <param name="Baskets">The baskets.</param>
/// <param name="Symbols">Every symbol that anything in it names.</param>
/// <param name="Subscribers">The subscribers, rules canonical.</param>
public sealed record WatchFile(IReadOnlyList<Basket> Baskets, IReadOnlySet<Symbol> Symbols, IReadOnlyList<Subscriber> Subscribers)
{
    /// <summary>The feeds to poll.</summary>
    public IReadOnlyList<Feed> Feeds { get; init; } = [];

    /// <summary>Names of companies beyond those that come along.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];
}
