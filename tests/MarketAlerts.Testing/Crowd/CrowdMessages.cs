using System.Collections.Concurrent;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Testing.Crowd;

/// <summary>Messages that wait until somebody takes them.</summary>
public sealed class CrowdMessages : IMessagePublisher
{
    private readonly ConcurrentQueue<OutgoingMessage> _messages = new();

    /// <inheritdoc/>
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <summary>Takes everything that was published so far.</summary>
    public IReadOnlyList<OutgoingMessage> Take()
    {
        var taken = new List<OutgoingMessage>();
        while (_messages.TryDequeue(out var message))
        {
            taken.Add(message);
        }

        return taken;
    }
}
