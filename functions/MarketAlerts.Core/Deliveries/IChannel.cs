using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Sends messages over one channel. A failure is an answer that says what to do next; only cancellation throws.</summary>
public interface IChannel
{
    /// <summary>Which channel it is.</summary>
    ChannelKind Kind { get; }

    /// <summary>How much the other side takes.</summary>
    ChannelLimits Limits { get; }

    /// <summary>Sends one message and returns what the other side said.</summary>
    Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken);
}

/// <summary>How many messages a channel takes; 0 for as many as one likes.</summary>
/// <param name="PerMinute">Messages in a minute.</param>
/// <param name="PerHour">Messages in an hour.</param>
public sealed record ChannelLimits(int PerMinute, int PerHour)
{
    /// <summary>No limits.</summary>
    public static ChannelLimits None { get; } = new(0, 0);
}

/// <summary>The channels of this installation, one of each kind; of several of a kind the one registered last.</summary>
public sealed class ChannelSet
{
    private readonly Dictionary<ChannelKind, IChannel> _byKind = [];

    /// <summary>Takes the registered channels.</summary>
    public ChannelSet(IEnumerable<IChannel> channels)
    {
        foreach (var channel in channels)
        {
            _byKind[channel.Kind] = channel;
        }
    }

    /// <summary>The channel of a kind.</summary>
    /// <exception cref="InvalidOperationException">None is registered.</exception>
    public IChannel ChannelOf(ChannelKind kind) =>
        _byKind.TryGetValue(kind, out var channel)
            ? channel
            : throw new InvalidOperationException($"No channel of the kind {kind} is registered.");
}
