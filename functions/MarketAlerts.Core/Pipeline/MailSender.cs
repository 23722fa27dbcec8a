using System.Globalization;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Sends a claimed mail and records what became of it. A crash between the mail server's yes and the record sends the mail once more, with the same
/// Message-ID, after the resend time; a crash before it loses nothing, since the mail stays on the waiting list.
/// </summary>
public sealed class MailSender(MarketClock clock, IRecipientStore recipients, ChannelSet channels, DeliveryOptions options)
{
    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    private const int MostAttempts = 14;

    /// <summary>Sends and records.</summary>
    public async Task SendAsync(ClaimedMail mail, Waiting row, CancellationToken cancellationToken)
    {
        mail = mail with { Mail = AsOfNow(mail.Mail) };
        var result = await channels.Of(mail.Mail.To.Kind).SendAsync(mail.Mail, cancellationToken);
        var attempts = mail.Attempts + 1;
        if (result.Outcome is SendOutcome.RetryAfter && attempts < MostAttempts)
        {
            var due = clock.Now + (result.RetryAfter ?? Backoff[Math.Min(mail.Attempts, Backoff.Length - 1)]);
            await recipients.MoveAsync(row, due, mail with { Attempts = attempts }, Line(mail, "retry", result.Detail), cancellationToken);
            return;
        }

        var sent = result.Outcome is SendOutcome.Sent;
        var recorded = mail with { State = sent ? MailState.Sent : MailState.Rejected, Attempts = attempts };
        var detail = result.Outcome is SendOutcome.RetryAfter ? $"Given up after {attempts.ToString(CultureInfo.InvariantCulture)} attempts: {result.Detail}" : result.Detail;
        await recipients.RecordAsync(recorded, row, Line(mail, sent ? "sent" : "rejected", detail), cancellationToken);
    }

    /// <summary>A mail that had to wait for its server says so: late, with the time it really goes out.</summary>
    private AlertMail AsOfNow(AlertMail mail) => clock.Now - mail.Clock.Sent > TimeSpan.FromMinutes(options.LateAfterMinutes)
        ? mail with { Clock = mail.Clock with { Sent = clock.Now, IsLate = true } }
        : mail;

    private LedgerEntry Line(ClaimedMail mail, string decision, string reason) => new(mail.Subscriber, clock.Now, decision, mail.Key, reason);
}
