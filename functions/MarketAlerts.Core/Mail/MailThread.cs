namespace MarketAlerts.Core.Mail;

/// <summary>Where a mail stands in its incident's thread.</summary>
/// <param name="MessageId">Its own id, with angle brackets, always the same for the same mail.</param>
/// <param name="References">The ids it follows, root first; empty for the first.</param>
public sealed record MailThread(string MessageId, IReadOnlyList<string> References);
