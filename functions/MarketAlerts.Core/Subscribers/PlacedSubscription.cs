using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Subscribers;

/// <summary>A subscription and where it lies, right or wrong.</summary>
/// <param name="Section">The section, see <see cref="Catalog.SectionOf"/>.</param>
/// <param name="Subscription">The subscription.</param>
public sealed record PlacedSubscription(string Section, Subscription Subscription);
