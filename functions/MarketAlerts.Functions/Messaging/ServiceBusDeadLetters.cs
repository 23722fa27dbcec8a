using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Functions.Messaging;

/// <summary>
/// The dead letters of Service Bus queues. What is put back has an id of its own, made of the old one and the number the bus gave it: under
/// the old one duplicate detection might drop it. The envelope's id, by which everything is handled once, stays.
/// </summary>
/// <param name="client">The namespace.</param>
/// <param name="longestWait">How long a queue without dead letters is listened to before it counts as empty; 5 s unless told.</param>
public sealed class ServiceBusDeadLetters(ServiceBusClient client, TimeSpan? longestWait = null) : IDeadLetters, IAsyncDisposable
{
    private const int AtATime = 32;
    private const char Again = '~';
    private readonly TimeSpan _longestWait = longestWait ?? TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, ServiceBusReceiver> _receivers = new();
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        IReadOnlyList<ServiceBusReceivedMessage> received = [];
        await AskAsync(async () => received = await ReceiverOf(queue).ReceiveMessagesAsync(AtATime, _longestWait, cancellationToken));
        return
        [
            .. received.Select(message => new DeadLetter(
                KeyOf(message),
                IdOf(message),
                message.Body.ToString(),
                message.EnqueuedTime,
                message.DeadLetterReason,
                message
            )),
        ];
    }

    /// <inheritdoc/>
    public Task PutBackAsync(string queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        var message = new ServiceBusMessage(letter.Content)
        {
            MessageId = $"{letter.Id}{Again}{letter.Key}",
            ContentType = "application/json",
        };
        return AskAsync(() => _senders.GetOrAdd(queue, client.CreateSender).SendMessageAsync(message, cancellationToken));
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) =>
        AskAsync(() => ReceiverOf(queue).CompleteMessageAsync((ServiceBusReceivedMessage)letter.Receipt, cancellationToken));

    /// <inheritdoc/>
    public async Task ReleaseAsync(string queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        try
        {
            await ReceiverOf(queue).AbandonMessageAsync((ServiceBusReceivedMessage)letter.Receipt, cancellationToken: cancellationToken);
        }
        catch (ServiceBusException)
        {
            // Others can take it as soon as its lock is over, which lasts a minute; what else is wrong was told where it went wrong.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => client.DisposeAsync();

    private static async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (ServiceBusException refusal)
        {
            throw new DeadLettersException(
                $"Service Bus refuses or cannot be reached ({refusal.Reason}): check the namespace, the queue and the network.",
                refusal
            );
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new DeadLettersException(
                "Service Bus does not let whoever is signed in do this: it takes the role Azure Service Bus Data Owner on the namespace.",
                refusal
            );
        }
    }

    private static string KeyOf(ServiceBusReceivedMessage message) => message.SequenceNumber.ToString(CultureInfo.InvariantCulture);

    private static string IdOf(ServiceBusReceivedMessage message) => message.MessageId.Split(Again)[0];

    private ServiceBusReceiver ReceiverOf(string queue) =>
        _receivers.GetOrAdd(queue, name => client.CreateReceiver(name, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }));
}
