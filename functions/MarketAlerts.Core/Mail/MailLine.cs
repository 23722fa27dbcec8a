using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Core.Mail;

/// <summary>One incident in one line of a message that belongs to another, or of a digest.</summary>
/// <param name="At">Market time of its newest evidence.</param>
/// <param name="Title">What it is about, which way, such as <c>NVDA down</c>.</param>
/// <param name="Text">What happened, in a sentence.</param>
/// <param name="Severity">How bad.</param>
public sealed record MailLine(DateTimeOffset At, string Title, string Text, Severity Severity);
