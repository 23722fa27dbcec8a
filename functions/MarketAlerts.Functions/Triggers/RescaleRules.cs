using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Splits;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Rescales the price rules on a symbol that split and tells their subscribers.</summary>
public sealed class RescaleRules(SplitRescaler rescaler)
{
    /// <inheritdoc cref="RescaleRules"/>
    [Function(nameof(RescaleRules))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.Splits, Connection = ServiceBusOptions.Section)] string message,
        CancellationToken cancellationToken
    ) => ReceivedMessage.HandleAsync<RescaleRequest>(message, request => rescaler.RescaleAsync(request, cancellationToken));
}
