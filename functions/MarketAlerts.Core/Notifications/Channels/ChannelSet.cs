using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Notifications.Channels;

/// <summary>The channels that are set up, by kind.</summary>
public sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<ChannelKind, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<IChannel> All => _channels.Values;

    /// <summary>The channel of a kind.</summary>
    /// <exception cref="InvalidOperationException">None is set up.</exception>
    public IChannel Of(ChannelKind kind) =>
        _channels.TryGetValue(kind, out var channel) ? channel : throw new InvalidOperationException($"No channel for {kind} is set up.");
}
