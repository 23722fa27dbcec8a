using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>A channel with its other side, which does what it is told.</summary>
internal abstract class ChannelWorld : IAsyncDisposable
{
    public WatchedTime Time { get; } = new(SampleMail.Open);

    /// <summary>Signals once a sender waits in vain.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public abstract IChannel Channel { get; }

    public abstract ChannelKind Kind { get; }

    public abstract ChannelAddress To { get; }

    public abstract ChannelAddress Malformed { get; }

    /// <summary>The longest time a send may take.</summary>
    public abstract TimeSpan Limit { get; }

    /// <summary>The messages that were received whole, as they came over the wire.</summary>
    public abstract IReadOnlyList<byte[]> Received { get; }

    /// <summary>What nobody may read in a detail.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>What follows when the other side does not accept who we are.</summary>
    public virtual (SendOutcome Outcome, SendFault Fault) WhenWeAreRefused => (SendOutcome.RetryAfter, SendFault.Configuration);

    /// <summary>When to try again while the other side is busy; null where it does not say.</summary>
    public virtual TimeSpan? WhenBusy => TimeSpan.FromSeconds(17);

    public AlertMail Mail => SampleMail.Chips with { To = To };

    public abstract void Does(Behaviour behaviour);

    /// <summary>The same channel where nobody listens.</summary>
    public abstract IChannel At(int port);

    public virtual Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) =>
        Channel.SendAsync(mail, cancellationToken);

    public abstract ValueTask DisposeAsync();
}
