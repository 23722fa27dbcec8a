using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Subscribers;

/// <summary>An address a subscriber wants to be told at, and what goes there.</summary>
/// <param name="To">The address.</param>
/// <param name="From">Only messages at least so severe go there.</param>
/// <param name="OptedOut">Whether the subscriber said stop to this address.</param>
public sealed record ChannelChoice(ChannelAddress To, Severity From, bool OptedOut)
{
    /// <summary>Why nothing is sent there any more, in our words; null while it works.</summary>
    public string? Broken { get; init; }

    /// <summary>
    /// When sending failed there for a reason of the address that may pass, such as a full mailbox, newest last (UTC); null for never.
    /// </summary>
    public IReadOnlyList<DateTimeOffset>? SoftFailures { get; init; }

    /// <summary>Whether messages go there.</summary>
    public bool IsOpen(Severity severity) => !OptedOut && Broken is null && severity >= From;
}
