using MarketAlerts.Core.Messages;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// The queues, which outlive every host: a message stays until it is acknowledged, and one that is published twice comes twice.
/// </summary>
internal sealed class WalkQueue
{
    private readonly List<OutgoingMessage> _messages = [];

    /// <summary>When the next message may be seen; null when there is none.</summary>
    public DateTimeOffset? NextAt
    {
        get
        {
            lock (_messages)
            {
                return _messages.Count is 0 ? null : _messages.Min(VisibleAt);
            }
        }
    }

    /// <summary>Stores a message.</summary>
    public void Put(OutgoingMessage message)
    {
        lock (_messages)
        {
            _messages.Add(message);
        }
    }

    /// <summary>A message that may be seen, events before flush requests, or null.</summary>
    public OutgoingMessage? Peek(DateTimeOffset now)
    {
        lock (_messages)
        {
            return _messages
                .Where(message => VisibleAt(message) <= now)
                .OrderBy(message => message.Queue is QueueNames.Deliveries)
                .ThenBy(message => message.Id, StringComparer.Ordinal)
                .FirstOrDefault();
        }
    }

    /// <summary>Takes a message that was worked off.</summary>
    public void Acknowledge(OutgoingMessage message)
    {
        lock (_messages)
        {
            _messages.Remove(message);
        }
    }

    private static DateTimeOffset VisibleAt(OutgoingMessage message) => message.NotBefore ?? DateTimeOffset.MinValue;
}
