using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Sends a claimed mail and records what became of it. A crash between the mail server's yes and the record sends the mail once more, with
/// the same Message-ID, after the resend time; a crash before it loses nothing, since the mail stays on the waiting list.
/// </summary>
public sealed class MailSender(
    MarketClock clock,
    IDeliveryStore deliveries,
    ChannelSet channels,
    ChannelFaults faults,
    LatencyRecorder latencies,
    PipelineMeter meter,
    DeliveryOptions options
)
{
    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
    ];

    private const int MostAttempts = 14;

    /// <summary>
    /// Sends and records; how long the message took us when it was accepted, as <see cref="LatencyRecorder.Accepted"/> says.
    /// </summary>
    public async Task<TimeSpan?> SendAsync(ClaimedMail mail, Waiting row, CancellationToken cancellationToken)
    {
        mail = mail with { Mail = AsOfNow(mail.Mail) };
        var result = await channels.ChannelOf(mail.Mail.To.Kind).SendAsync(mail.Mail, cancellationToken);
        var attempts = mail.Attempts + 1;
        if (result.Outcome is not SendOutcome.Sent)
        {
            // Before the record: a crash in between sends again, is refused again and finds the address noted.
            await faults.NoteAsync(mail, result, cancellationToken);
        }

        if (result.Outcome is SendOutcome.RetryAfter && attempts < MostAttempts)
        {
            var due = clock.Now + (result.RetryAfter ?? Backoff[Math.Min(mail.Attempts, Backoff.Length - 1)]);
            await deliveries.MoveAsync(
                row,
                due,
                mail with
                {
                    Attempts = attempts,
                },
                Line(mail, DeliveryStep.Retried, result.Detail),
                cancellationToken
            );
            meter.Stepped(DeliveryStep.Retried, mail.Mail.To.Kind);
            return null;
        }

        var sent = result.Outcome is SendOutcome.Sent;
        var latency = sent ? latencies.Accepted(mail) : null;
        var recorded = mail with { State = sent ? MailState.Sent : MailState.Rejected, Attempts = attempts };
        var detail =
            result.Outcome is SendOutcome.RetryAfter
                ? $"Given up after {attempts.ToString(CultureInfo.InvariantCulture)} attempts: {result.Detail}"
                : result.Detail;
        var step = sent ? DeliveryStep.Sent : DeliveryStep.Rejected;
        await deliveries.RecordAsync(recorded, row, Line(mail, step, detail), cancellationToken);
        meter.Stepped(step, mail.Mail.To.Kind);
        return latency;
    }

    /// <summary>
    /// Sends what was claimed and not recorded: takes the mail's row first, so that of two flushes at once only one sends it.
    /// </summary>
    public async Task<TimeSpan?> SendAgainAsync(UnsentMail unsent, CancellationToken cancellationToken)
    {
        var (mail, row) = (unsent.Mail, unsent.Row);
        var leased = row with { Due = clock.Now.AddSeconds(options.ResendAfterSeconds) };
        if (
            !await deliveries.MoveAsync(
                row,
                leased.Due,
                null,
                Line(mail, DeliveryStep.Resent, "Claimed and not recorded as sent."),
                cancellationToken
            )
        )
        {
            return null;
        }

        await deliveries.FinishClaimAsync(mail, cancellationToken);
        if (WhyNot(unsent) is not { } reason)
        {
            return await SendAsync(mail, leased, cancellationToken);
        }

        if (reason.Closed is { } closed)
        {
            await faults.TellAsync(mail.Subscriber, closed, cancellationToken);
        }

        await deliveries.RecordAsync(
            mail with
            {
                State = MailState.Rejected,
            },
            leased,
            Line(mail, reason.Step, reason.Words),
            cancellationToken
        );
        return null;
    }

    /// <summary>Why a mail that waited is not sent any more; null when it is.</summary>
    private static (DeliveryStep Step, string Words, ChannelChoice? Closed)? WhyNot(UnsentMail unsent)
    {
        if (unsent.Subscriber is not { Unsubscribed: false } subscriber)
        {
            return (DeliveryStep.Dropped, "Unsubscribed before it was sent.", null);
        }

        return subscriber.OpenTo.FirstOrDefault(choice => choice.To == unsent.Mail.Mail.To) switch
        {
            null or { OptedOut: true } => (DeliveryStep.Dropped, "The address was taken off before it was sent.", null),
            { Broken: not null } closed => (DeliveryStep.Suppressed, "The address takes no messages any more.", closed),
            _ => null,
        };
    }

    /// <summary>A mail that had to wait for its server says so: late, with the time it really goes out.</summary>
    private AlertMail AsOfNow(AlertMail mail) =>
        clock.Now - mail.Clock.Sent > TimeSpan.FromMinutes(options.LateAfterMinutes)
            ? mail with
            {
                Clock = mail.Clock with { Sent = clock.Now, IsLate = true },
            }
            : mail;

    private LedgerEntry Line(ClaimedMail mail, DeliveryStep decision, string reason) =>
        new(
            mail.Subscriber,
            clock.Now,
            DeliveryMachine.Take(DeliveryState.Claimed, decision),
            mail.Key,
            $"{mail.Mail.To.Display}: {reason}"
        )
        {
            Incidents = mail.Carried,
        };
}
