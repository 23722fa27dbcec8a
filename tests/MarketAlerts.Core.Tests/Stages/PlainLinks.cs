using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Links that nobody signs.</summary>
internal sealed class PlainLinks : IMailLinks
{
    /// <summary>The subscriber whose links cannot be made: of this one no message can be composed.</summary>
    public string? FailsFor { get; set; }

    public MailLinks LinksFor(SubscriberId subscriber, ChannelAddress to, string? incidentId, Rule? rule, DateTimeOffset writtenAt) =>
        to.Address == FailsFor
            ? throw new InvalidOperationException("No key.")
            : new MailLinks("https://x.example/unsubscribe") { Pause = incidentId, ChangeThreshold = rule?.Text };
}
