using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>The message that proves a channel. It tells no price, so nobody can take it for an alert.</summary>
internal static class TestMessage
{
    private const string Headline = "Test message: MarketAlerts can reach you here.";

    /// <summary>Writes it.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="domain">The sender's domain, for the Message-ID.</param>
    /// <param name="baseUrl">Where the web functions are, if that is known.</param>
    /// <param name="now">The time, by which one test differs from the next.</param>
    public static AlertMail To(ChannelAddress to, string domain, string? baseUrl, DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"test-{now.UtcDateTime:yyyyMMddTHHmmssfff}");
        var home = string.IsNullOrEmpty(baseUrl) ? "https://marketalerts.example" : baseUrl.TrimEnd('/');
        return new AlertMail(
            to,
            "America/New_York",
            "MarketAlerts: test message",
            new MailContent(MailKind.Notice, Headline, id, "Test", Direction.Up, Severity.Plain, [], [], [], [], []),
            new MailThread($"<{id}.1.{to.Kind.ToString().ToLowerInvariant()}@{domain}>", []),
            [],
            "Somebody ran dev.cs send-test.",
            new MailClock(now, now, now, false),
            0,
            new MailLinks($"{home}/api/unsubscribe")
        )
        {
            Notices = ["This was sent to see whether this address works. No market moved, and there is nothing to do."],
        };
    }
}
