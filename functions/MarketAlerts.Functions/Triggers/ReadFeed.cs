using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.News;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Reads one feed of news, keeps its stories and publishes what somebody asked for.</summary>
public sealed class ReadFeed(FeedPoller poller)
{
    /// <inheritdoc cref="ReadFeed"/>
    [Function(nameof(ReadFeed))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.NewsFeeds, Connection = ServiceBusOptions.Section)] string message,
        CancellationToken cancellationToken
    ) => ReceivedMessage.HandleAsync<FeedPoll>(message, poll => poller.ReadAsync(poll, cancellationToken));
}
