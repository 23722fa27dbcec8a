using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Routing;

/// <summary>An event with the rules it fires.</summary>
/// <param name="Event">The event.</param>
/// <param name="Fired">The subscriptions whose rules fire.</param>
/// <param name="Released">The rules that waited for these news.</param>
internal sealed record RoutedEvent(MarketEvent Event, IReadOnlyList<Subscription> Fired, IReadOnlyList<AwaitingNews> Released);
