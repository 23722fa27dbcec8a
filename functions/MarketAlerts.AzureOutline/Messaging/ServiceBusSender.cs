using MarketAlerts.AzureOutline;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends to a queue or topic. In the outline every send is refused; derive from it to test without Azure.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly ServiceBusClient? _client;
    private readonly string _entityPath = "";
    private bool _isClosed;

    /// <summary>For mocking.</summary>
    protected ServiceBusSender()
    {
    }

    /// <summary>A sender of a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="queueOrTopicName">The queue or topic.</param>
    protected ServiceBusSender(ServiceBusClient client, string queueOrTopicName)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(queueOrTopicName);
        _client = client;
        _entityPath = queueOrTopicName;
    }

    /// <summary>The queue or topic.</summary>
    public virtual string EntityPath => _entityPath;

    /// <summary>The host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace => _client?.FullyQualifiedNamespace ?? "";

    /// <summary>Whether the sender was disposed.</summary>
    public virtual bool IsClosed => _isClosed;

    /// <summary>Would send a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>When the message is stored.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        Outline.Refused<bool>(nameof(ServiceBusSender));

    /// <summary>Would send messages, all or none of them.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>When the messages are stored.</returns>
    /// <exception cref="ServiceBusException">The set is too large for one send (in the real package).</exception>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
        Outline.Refused<bool>(nameof(ServiceBusSender));

    /// <summary>Would send a batch.</summary>
    /// <param name="messageBatch">The batch.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>When the batch is stored.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
        Outline.Refused<bool>(nameof(ServiceBusSender));

    /// <summary>Would make a batch of the size the queue or topic allows.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>An empty batch.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        new(Outline.Refused<ServiceBusMessageBatch>(nameof(ServiceBusSender)));

    /// <inheritdoc cref="CreateMessageBatchAsync(CancellationToken)"/>
    /// <param name="options">A smaller size.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CreateMessageBatchOptions options, CancellationToken cancellationToken = default) =>
        new(Outline.Refused<ServiceBusMessageBatch>(nameof(ServiceBusSender)));

    /// <summary>Would send a message that becomes visible later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scheduledEnqueueTime">When it becomes visible.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The sequence number, with which the message can be cancelled.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default) =>
        Outline.Refused<long>(nameof(ServiceBusSender));

    /// <summary>Closes the sender.</summary>
    /// <returns>When it is closed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        _isClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
