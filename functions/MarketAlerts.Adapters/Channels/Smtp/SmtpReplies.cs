using System.Globalization;
using System.Text.RegularExpressions;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>
/// What follows from a mail server's refusal (RFC 5321, RFC 3463). An enhanced code says more than the reply code, so it decides where
/// there is one. What speaks of us - sender, credentials, policy - never gives a mail up: giving it up would lose an alert for a setting.
/// </summary>
internal static class SmtpReplies
{
    private const int FirstPermanent = 500;
    private static readonly TimeSpan SlowDown = TimeSpan.FromMinutes(10);

    private static readonly SendResult Again = new(SendOutcome.RetryAfter, "");
    private static readonly SendResult Slower = new(SendOutcome.RetryAfter, "", SlowDown);
    private static readonly SendResult Ours = new(SendOutcome.RetryAfter, "") { Fault = SendFault.Configuration };
    private static readonly SendResult Message = new(SendOutcome.Rejected, "") { Fault = SendFault.Message };
    private static readonly SendResult Address = new(SendOutcome.Rejected, "") { Fault = SendFault.Address };
    private static readonly SendResult AddressForNow = new(SendOutcome.Rejected, "") { Fault = SendFault.AddressForNow };

    /// <summary>The answer to a refusal, still without its detail.</summary>
    /// <param name="stage">What the server speaks of.</param>
    /// <param name="code">The reply code.</param>
    /// <param name="status">The enhanced code, if there is one.</param>
    public static SendResult ResultOf(SmtpStage stage, int code, SmtpStatus? status) =>
        (code, status) switch
        {
            (< FirstPermanent, { Subject: 7 }) => Slower,
            (< FirstPermanent, _) => Again,
            (530 or 534 or 535 or 538, _) => Ours,
            _ when stage is SmtpStage.Connecting => Ours,
            (_, { Class: 5, Subject: not 0 } known) => OfStatus(stage, known) ?? OfCode(stage, code),
            _ => OfCode(stage, code),
        };

    private static SendResult? OfStatus(SmtpStage stage, SmtpStatus status) =>
        (status.Subject, status.Detail) switch
        {
            (7, _) or (1, 7 or 8) => Ours,
            (1 or 2, _) when stage is SmtpStage.Sender => Ours,
            (1, _) or (2, 1) or (6, 7) => Address, // 5.2.1: disabled; 5.6.7: not writable there.
            (2, 3) => Message, // Too long for that mailbox.
            (2 or 4, _) => AddressForNow,
            (3 or 5 or 6, _) => Message,
            _ => null,
        };

    private static SendResult OfCode(SmtpStage stage, int code) =>
        (stage, code) switch
        {
            (SmtpStage.Sender, 552) => Message, // Larger than announced sizes may be.
            (SmtpStage.Sender, _) => Ours,
            (SmtpStage.Recipient, 501 or 521 or 550 or 551 or 553 or 556) => Address,
            (SmtpStage.Recipient, 552 or 554) or (SmtpStage.Content, 552) => AddressForNow,
            _ => Message,
        };
}

/// <summary>What a mail server speaks of when it refuses.</summary>
internal enum SmtpStage
{
    /// <summary>Of us: the greeting, encryption, signing in.</summary>
    Connecting,

    /// <summary>Of the sender: MAIL FROM.</summary>
    Sender,

    /// <summary>Of the recipient: RCPT TO.</summary>
    Recipient,

    /// <summary>Of the mail: DATA and what follows it.</summary>
    Content,
}

/// <summary>An enhanced status code (RFC 3463), such as 5.1.1.</summary>
/// <param name="Class">2 success, 4 for now, 5 for good.</param>
/// <param name="Subject">1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.</param>
/// <param name="Detail">The rest.</param>
internal readonly partial record struct SmtpStatus(int Class, int Subject, int Detail)
{
    /// <summary>The code that a reply's text begins with, or null.</summary>
    public static SmtpStatus? In(string text)
    {
        var match = Beginning().Match(text);
        return match.Success ? new SmtpStatus(Number(match, 1), Number(match, 2), Number(match, 3)) : null;
    }

    /// <summary>The code as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
