using System.Globalization;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Tests.Channels.Smtp;

/// <summary>A mail server's refusal and what must come of it.</summary>
/// <param name="At">The command it answers.</param>
/// <param name="Reply">The reply.</param>
/// <param name="Outcome">What to do.</param>
/// <param name="Fault">Whose fault it is.</param>
/// <param name="Minutes">When to try again, in minutes.</param>
internal sealed record SmtpReplyCase(string At, string Reply, SendOutcome Outcome, SendFault Fault, int? Minutes = null)
{
    public TimeSpan? RetryAfter => Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>As docs/channels.md lists it.</summary>
    public string Line =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Stage} | `{Reply}` | `{Outcome}`{(Minutes is { } minutes ? $" in {minutes} min" : "")} | `{Fault}` |"
        );

    private string Stage =>
        At switch
        {
            "CONNECT" => "greeting",
            "EHLO" => "EHLO",
            "AUTH" => "AUTH",
            "MAIL" => "MAIL FROM",
            "RCPT" => "RCPT TO",
            "." => "the mail",
            _ => "DATA",
        };
}
