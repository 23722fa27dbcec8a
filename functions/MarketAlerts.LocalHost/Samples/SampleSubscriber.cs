using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>The subscriber of the sample mails, who lives in Berlin.</summary>
internal static class SampleSubscriber
{
    private const string Id = "b5fc85e55755f9e0";
    private const string Page = "https://alerts.example.com/";
    private const string Token = "?token=MWI1ZmM4NWU1NTc1NWY5ZTA.jwPpw2CL4gHuNSSP52rEhqVxJRtym9G1hgWM-u9ESL8";

    /// <summary>The links of a mail without an incident.</summary>
    public static MailLinks Links { get; } = new($"{Page}api/unsubscribe{Token}") { Why = $"{Page}api/why{Token}" };

    /// <summary>A mail about an incident, the first of its thread.</summary>
    /// <param name="content">What it tells.</param>
    /// <param name="subject">The subject of the thread.</param>
    /// <param name="quote">Market time of the newest quote.</param>
    /// <param name="seconds">How long after it the mail is written.</param>
    public static AlertMail Mail(MailContent content, string subject, DateTimeOffset quote, int seconds) =>
        new(
            ChannelAddress.Email("ada@example.com"),
            "Europe/Berlin",
            subject,
            content,
            new MailThread(IdOf(content, 1), []),
            [],
            "",
            new MailClock(quote, quote.AddSeconds(2), quote.AddSeconds(seconds), false) { DataDelay = TimeSpan.Zero },
            0,
            Links with
            {
                Pause = content.Kind is MailKind.NextSession ? null : $"{Page}api/pause{Token}",
                OnlySevere = content.Kind is MailKind.NextSession ? null : $"{Page}api/only-severe{Token}",
                ChangeThreshold = content.Kind is MailKind.Opened ? $"{Page}api/change-trigger{Token}" : null,
                Useful = $"{Page}api/useful{Token}",
                Noise = $"{Page}api/noise{Token}",
            }
        )
        {
            Next =
                content.Kind is MailKind.NextSession
                    ? "You hear of this again if another level of yours is passed."
                    : "You hear of this again if it turns round as far or another level of yours is passed. One mail after the close "
                        + "tells how it ended.",
        };

    /// <summary>The same mail as a later one of its thread.</summary>
    public static AlertMail FollowUp(int number, AlertMail mail) =>
        mail with
        {
            Thread = new MailThread(IdOf(mail.Content, number), [IdOf(mail.Content, 1)]),
        };

    private static string IdOf(MailContent content, int number) => $"<{content.IncidentId}.{number}.{Id}@marketalerts.example>";
}
