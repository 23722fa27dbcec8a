using System.Collections.Concurrent;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>Takes every message at once and counts them by address.</summary>
internal sealed class CountingChannel : IChannel
{
    private readonly ConcurrentDictionary<string, int> _messages = new();

    public ChannelKind Kind => ChannelKind.Email;

    public ChannelLimits Limits => ChannelLimits.None;

    /// <summary>How many messages came for an address.</summary>
    public int CountOf(string address) => _messages.GetValueOrDefault(address);

    public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        _messages.AddOrUpdate(mail.To.Address, 1, (_, count) => count + 1);
        return Task.FromResult(new SendResult(SendOutcome.Sent, "Counted."));
    }
}
