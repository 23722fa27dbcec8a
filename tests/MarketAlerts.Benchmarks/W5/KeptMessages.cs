using System.Collections.Concurrent;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Benchmarks.W5;

/// <summary>A publisher that keeps its messages in memory, so that only the tables are counted.</summary>
internal sealed class KeptMessages : IMessagePublisher
{
    private readonly ConcurrentQueue<OutgoingMessage> _messages = new();

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <summary>Takes everything that was published, by queue.</summary>
    public ILookup<string, OutgoingMessage> Take()
    {
        var taken = _messages.ToArray();
        _messages.Clear();
        return taken.ToLookup(message => message.Queue);
    }

    /// <summary>The page that a message asks for.</summary>
    public static QuotePage PageOf(OutgoingMessage message) => MessageCodec.Read<QuotePage>(message.Content).Body;
}
