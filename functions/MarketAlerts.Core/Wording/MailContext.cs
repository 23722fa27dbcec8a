using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Wording;

/// <summary>What the composer needs beside the plan.</summary>
/// <param name="Now">When the mail is written.</param>
/// <param name="Domain">The domain of its Message-ID.</param>
/// <param name="Links">What the subscriber can do about it, by address.</param>
/// <param name="DeclaredDelay">How late the source of the figures says that they are.</param>
public sealed record MailContext(DateTimeOffset Now, string Domain, Func<ChannelAddress, MailLinks> Links, TimeSpan DeclaredDelay);
