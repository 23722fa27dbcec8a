using System.Collections.Concurrent;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>A mail channel that keeps what it got and fails when told to.</summary>
internal sealed class ScriptedChannel : IChannel
{
    public ChannelKind Kind => ChannelKind.Email;

    public ChannelLimits Limits => ChannelLimits.None;

    public ConcurrentQueue<AlertMail> Got { get; } = new();

    /// <summary>Whether sending a mail throws, as a crash between the server's yes and the record looks from inside.</summary>
    public Func<AlertMail, bool> Throws { get; set; } = _ => false;

    /// <summary>What the other side answers.</summary>
    public Func<AlertMail, SendResult> Answers { get; set; } = _ => new SendResult(SendOutcome.Sent, "250 ok");

    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        Got.Enqueue(mail);
        return Throws(mail) ? Task.FromException<SendResult>(new InvalidOperationException("scripted")) : Task.FromResult(Answers(mail));
    }
}
