using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

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
