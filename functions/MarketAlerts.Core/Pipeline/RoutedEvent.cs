using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>An event with the rules it fires.</summary>
/// <param name="Event">The event.</param>
/// <param name="Fired">The watchers whose rules fire.</param>
/// <param name="Released">The rules that waited for these news.</param>
internal sealed record RoutedEvent(MarketEvent Event, IReadOnlyList<Subscription> Fired, IReadOnlyList<AwaitingNews> Released);
