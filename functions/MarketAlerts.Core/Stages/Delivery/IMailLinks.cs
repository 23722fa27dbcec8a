using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Makes the signed links of messages.</summary>
public interface IMailLinks
{
    /// <summary>The links of one message; the same on every call.</summary>
    /// <param name="subscriber">Whose message it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="incidentId">The incident it belongs to, or null for none.</param>
    /// <param name="rule">The rule that fired, if one did.</param>
    /// <param name="writtenAt">When it is written: links expire some time after that.</param>
    MailLinks LinksFor(SubscriberId subscriber, ChannelAddress to, string? incidentId, Rule? rule, DateTimeOffset writtenAt);
}
