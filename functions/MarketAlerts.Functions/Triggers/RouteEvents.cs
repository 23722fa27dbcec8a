using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Routing;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Opens or updates incidents, finds the subscriptions, files what each of them may have to be told.</summary>
public sealed class RouteEvents(EventRouter router)
{
    /// <inheritdoc cref="RouteEvents"/>
    [Function(nameof(RouteEvents))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.MarketEvents, Connection = ServiceBusOptions.Section)] string message,
        CancellationToken cancellationToken
    ) => ReceivedMessage.HandleAsync<MarketEvents>(message, (id, events) => router.RouteAsync(id, events, cancellationToken));
}
