using MarketAlerts.Core.Market;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>splits</c> message: rescale the price rules on a symbol that split. How, the page knows.</summary>
/// <param name="Page">The page that took the split.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The split's ex-date.</param>
/// <param name="Poll">The poll after which the page asked.</param>
/// <param name="After">The subscribers up to this one are done; null to begin with the first.</param>
public sealed record RescaleRequest(string Page, Symbol Symbol, DateOnly Day, DateTimeOffset Poll, SubscriberId? After = null);
