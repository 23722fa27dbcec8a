using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>A channel that notes what it is given and answers as it is told.</summary>
internal sealed class ScriptedChannel(ChannelKind kind) : IChannel
{
    public static SendResult Accepted { get; } = new(SendOutcome.Sent, "Accepted.");

    public static SendResult Busy { get; } = new(SendOutcome.RetryAfter, "Busy.");

    public static SendResult Refused { get; } = new(SendOutcome.Rejected, "Refused.");

    public ChannelKind Kind => kind;

    public ChannelLimits Limits { get; set; } = ChannelLimits.None;

    /// <summary>What the other side says; may throw, or do what somebody else does meanwhile.</summary>
    public Func<AlertMail, SendResult> Answer { get; set; } = _ => Accepted;

    /// <summary>What it was given, in order.</summary>
    public List<AlertMail> Mails { get; } = [];

    /// <summary>To whom, in order.</summary>
    public IEnumerable<string> SentTo => Mails.Select(mail => mail.To.Address);

    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        Mails.Add(mail);
        return Task.FromResult(Answer(mail));
    }
}
