using MarketAlerts.AzureOutline;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives from a queue. In the outline every call is refused; derive from it to test without Azure.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    private bool _isClosed;

    /// <summary>For mocking.</summary>
    protected ServiceBusReceiver()
    {
    }

    /// <summary>Whether the receiver was disposed.</summary>
    public virtual bool IsClosed => _isClosed;

    /// <summary>Would receive messages.</summary>
    /// <param name="maxMessages">How many at most.</param>
    /// <param name="maxWaitTime">How long to wait for the first.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The messages; none when the time is over.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) =>
        Outline.Refused<IReadOnlyList<ServiceBusReceivedMessage>>(nameof(ServiceBusReceiver));

    /// <summary>Would remove a message that was received.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>When it is gone.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Outline.Refused<bool>(nameof(ServiceBusReceiver));

    /// <summary>Would leave a message that was received to others.</summary>
    /// <param name="message">The message.</param>
    /// <param name="propertiesToModify">Values to change.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>When others can receive it.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) =>
        Outline.Refused<bool>(nameof(ServiceBusReceiver));

    /// <summary>Closes the receiver.</summary>
    /// <returns>When it is closed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        _isClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
