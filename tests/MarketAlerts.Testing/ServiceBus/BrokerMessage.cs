using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace MarketAlerts.Testing.ServiceBus;

/// <summary>A message as a queue keeps it.</summary>
public sealed class BrokerMessage
{
    private const uint FormatOfABatch = 0x80013700; // The body's data sections are messages of their own.
    private static readonly AmqpSymbol Scheduled = "x-opt-scheduled-enqueue-time";

    /// <summary>What it says.</summary>
    public required string Body { get; init; }

    /// <summary>The sender's id.</summary>
    public required string? Id { get; init; }

    /// <summary>What the body is, such as <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it is to be there; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The session it belongs to; none in our queues.</summary>
    public string? SessionId { get; init; }

    /// <summary>The partition it belongs to; none in our queues.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The sender's own properties, and why it is a dead letter.</summary>
    public Dictionary<string, object> Properties { get; init; } = [];

    /// <summary>Which message of its queue it is.</summary>
    public long Number { get; internal set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset EnqueuedAt { get; internal set; }

    /// <summary>How often it was given to somebody who did not complete it.</summary>
    public uint Deliveries { get; internal set; }

    /// <summary>The messages that came in one delivery.</summary>
    internal static IReadOnlyList<BrokerMessage> Of(AmqpMessage message) =>
        message.MessageFormat is FormatOfABatch
            ?
            [
                .. message.DataBody.Select(data =>
                    Read(AmqpMessage.CreateInputMessage(new BufferListStream([(ArraySegment<byte>)data.Value])))
                ),
            ]
            : [Read(message)];

    /// <summary>It as it is delivered.</summary>
    internal AmqpMessage ToAmqp(DateTimeOffset lockedUntil)
    {
        var message = AmqpMessage.Create(new Data { Value = new ArraySegment<byte>(System.Text.Encoding.UTF8.GetBytes(Body)) });
        message.Header.DeliveryCount = Deliveries;
        message.Properties.MessageId = Id;
        message.Properties.ContentType = ContentType ?? "";
        message.MessageAnnotations.Map["x-opt-sequence-number"] = Number;
        message.MessageAnnotations.Map["x-opt-enqueued-time"] = EnqueuedAt.UtcDateTime;
        message.MessageAnnotations.Map["x-opt-locked-until"] = lockedUntil.UtcDateTime;
        foreach (var (name, value) in Properties)
        {
            message.ApplicationProperties.Map[name] = value;
        }

        return message;
    }

    private static BrokerMessage Read(AmqpMessage message) =>
        new()
        {
            Body = string.Concat(message.DataBody.Select(data => System.Text.Encoding.UTF8.GetString((ArraySegment<byte>)data.Value))),
            Id = message.Properties?.MessageId?.ToString(),
            ContentType = message.Properties?.ContentType.Value,
            SessionId = message.Properties?.GroupId,
            PartitionKey = Annotation<string>(message, "x-opt-partition-key"),
            NotBefore = Annotation<DateTime>(message, Scheduled) is { Ticks: > 0 } instant
                ? new DateTimeOffset(instant, TimeSpan.Zero)
                : null,
            Properties = message.ApplicationProperties?.Map.ToDictionary(pair => pair.Key.Key.ToString()!, pair => pair.Value) ?? [],
        };

    private static T? Annotation<T>(AmqpMessage message, AmqpSymbol name) =>
        message.MessageAnnotations?.Map.TryGetValue<T>(name, out var value) is true ? value : default;
}
