namespace Azure.Messaging.ServiceBus;

/// <summary>
/// Messages that are sent together. The outline counts the bytes of the bodies, in memory. The real batch of
/// <see cref="ServiceBusModelFactory"/> leaves the limit to its callback and keeps its first size: a test that is to hold
/// in both builds decides by the callback and does not look at <see cref="SizeInBytes"/>.
/// </summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly IList<ServiceBusMessage> _store;
    private readonly Func<ServiceBusMessage, bool> _mayAdd;

    internal ServiceBusMessageBatch(long size, long limit, IList<ServiceBusMessage> store, Func<ServiceBusMessage, bool> mayAdd)
    {
        _store = store;
        _mayAdd = mayAdd;
        SizeInBytes = size;
        MaxSizeInBytes = limit;
    }

    /// <summary>The number of messages.</summary>
    public int Count => _store.Count;

    /// <summary>The size so far.</summary>
    public long SizeInBytes { get; private set; }

    /// <summary>The size that may not be exceeded.</summary>
    public long MaxSizeInBytes { get; }

    /// <summary>Adds a message if it fits.</summary>
    /// <param name="message">The message.</param>
    /// <returns>False if the message does not fit, and then nothing is added.</returns>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var size = message.Body.ToMemory().Length;
        if (size > MaxSizeInBytes - SizeInBytes || !_mayAdd(message))
        {
            return false;
        }

        _store.Add(message);
        SizeInBytes += size;
        return true;
    }

    /// <summary>Does nothing: the messages stay with the list they were put in.</summary>
    public void Dispose()
    {
    }
}
