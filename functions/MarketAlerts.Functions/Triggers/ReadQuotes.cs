using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Reads one page of quotes and publishes what it detects.</summary>
public sealed class ReadQuotes(QuotePoller poller)
{
    /// <inheritdoc cref="ReadQuotes"/>
    [Function(nameof(ReadQuotes))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.QuotePages, Connection = ServiceBusOptions.Section)] string message,
        CancellationToken cancellationToken
    ) => ReceivedMessage.HandleAsync<QuotePage>(message, page => poller.ReadAsync(page, cancellationToken));
}
