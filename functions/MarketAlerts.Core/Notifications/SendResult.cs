namespace MarketAlerts.Core.Notifications;

/// <summary>The answer of a channel.</summary>
/// <param name="Outcome">What to do next.</param>
/// <param name="Detail">The other side's words or our reason; never a secret, never the mail's content.</param>
/// <param name="RetryAfter">When to try again, for <see cref="SendOutcome.RetryAfter"/>.</param>
public sealed record SendResult(SendOutcome Outcome, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>Whose fault a failure is: what follows for later messages depends on it.</summary>
    public SendFault Fault { get; init; }
}
