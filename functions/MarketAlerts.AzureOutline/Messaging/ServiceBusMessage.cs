namespace Azure.Messaging.ServiceBus;

/// <summary>A message to be sent.</summary>
/// <param name="body">The body.</param>
public class ServiceBusMessage(BinaryData body)
{
    private const int MaxIdLength = 128;

    private string? _messageId;
    private string? _partitionKey;
    private string? _sessionId;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    /// <summary>An empty message.</summary>
    public ServiceBusMessage()
        : this(BinaryData.Empty)
    {
    }

    /// <summary>A message with text, as UTF-8.</summary>
    /// <param name="body">The text.</param>
    public ServiceBusMessage(string body)
        : this(new BinaryData(body))
    {
    }

    /// <summary>The body.</summary>
    public BinaryData Body { get; set; } = body;

    /// <summary>The id that duplicate detection goes by; at most 128 characters.</summary>
    /// <exception cref="ArgumentException">The id is null, empty or too long.</exception>
    public string? MessageId
    {
        get => _messageId;
        set => _messageId = string.IsNullOrEmpty(value)
            ? throw new ArgumentException("A message id has 1 to 128 characters.", nameof(value))
            : Short(value);
    }

    /// <summary>The session; at most 128 characters. It takes the place of a different partition key.</summary>
    /// <exception cref="ArgumentException">The session id is too long.</exception>
    public string? SessionId
    {
        get => _sessionId;
        set
        {
            _sessionId = Short(value);
            _partitionKey = _partitionKey is null ? null : value;
        }
    }

    /// <summary>What is stored together; at most 128 characters, and equal to the session id if there is one.</summary>
    /// <exception cref="ArgumentException">The key is too long or differs from the session id.</exception>
    public string? PartitionKey
    {
        get => _partitionKey;
        set => _partitionKey = _sessionId is null || _sessionId == value
            ? Short(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The partition key of a message with a session is the session id.");
    }

    /// <summary>A word about the message that filters can go by.</summary>
    public string? Subject { get; set; }

    /// <summary>The id of what the message belongs to.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>How long the message lives; <see cref="TimeSpan.MaxValue"/> unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    /// <summary>When the message becomes visible, UTC; the default value means at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>Further values, for filters and receivers.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    /// <summary>Names the message.</summary>
    /// <returns>The message id in braces.</returns>
    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private static string? Short(string? value) => value is { Length: > MaxIdLength }
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "The value has more than 128 characters.")
        : value;
}
