using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Adapters.Email;

/// <summary>What to do after a failed send. Only a server's final word about this mail or an address nobody can write to gives a mail up.</summary>
/// <param name="options">The mail server; its password never shows.</param>
public sealed class SmtpFailures(SmtpOptions options)
{
    private const int LongestDetail = 200;
    private const int FirstPermanent = 500;

    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="atServer">Whether a connection was ready, so that the server speaks of this mail and not of us.</param>
    /// <param name="address">The recipient, who is left out of the detail.</param>
    public SendResult Answer(Exception failure, bool atServer, string address)
    {
        var (outcome, words) = failure switch
        {
            SmtpCommandException refusal => (OutcomeOf(refusal, atServer), Words(refusal, atServer)),
            AuthenticationException => (SendOutcome.RetryAfter, "Configuration: the mail server refuses the user name or the password."),
            ServiceNotAuthenticatedException => (SendOutcome.RetryAfter, "Configuration: the mail server wants a user name."),
            SslHandshakeException => (SendOutcome.RetryAfter, "Configuration: no TLS connection to the mail server."),
            FormatException or ArgumentException => (SendOutcome.Rejected, "The mail cannot be written: its address or an id is malformed."),
            NotSupportedException when atServer => (SendOutcome.Rejected, "The mail server cannot take this address."),
            NotSupportedException => (SendOutcome.RetryAfter, "Configuration: the mail server does not offer what the settings ask for."),
            OperationCanceledException or TimeoutException => (SendOutcome.RetryAfter, Timeout()),
            SocketException socket => (SendOutcome.RetryAfter, $"The mail server cannot be reached: {socket.SocketErrorCode}."),
            IOException or ProtocolException => (SendOutcome.RetryAfter, $"The connection to the mail server broke: {failure.Message}"),
            _ => (SendOutcome.RetryAfter, $"Sending failed: {failure.GetType().Name}."),
        };
        return new SendResult(outcome, Clean(words, address));
    }

    /// <summary>A detail without control characters, the address and the password, at most 200 characters long.</summary>
    public string Clean(string words, string address)
    {
        var without = Hide(Hide(words, address, "(the address)"), options.Password, "(hidden)");
        return CleanText.Cut(without, LongestDetail);
    }

    private static SendOutcome OutcomeOf(SmtpCommandException refusal, bool atServer) =>
        (int)refusal.StatusCode >= FirstPermanent && atServer && !IsAboutUs(refusal) ? SendOutcome.Rejected : SendOutcome.RetryAfter;

    /// <summary>A demand to sign in or to encrypt is a matter of settings: giving up the mail for it would lose an alert.</summary>
    private static bool IsAboutUs(SmtpCommandException refusal) => (int)refusal.StatusCode is 530 or 534 or 535 or 538;

    private static string Words(SmtpCommandException refusal, bool atServer)
    {
        var permanent = (int)refusal.StatusCode >= FirstPermanent;
        var hint = permanent && (!atServer || IsAboutUs(refusal)) ? "Configuration: " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{hint}{(int)refusal.StatusCode} {refusal.Message}");
    }

    private string Timeout() => string.Create(CultureInfo.InvariantCulture, $"The mail server did not answer within {options.TimeoutSeconds} s.");

    private static string Hide(string words, string? secret, string instead) =>
        string.IsNullOrWhiteSpace(secret) ? words : words.Replace(secret, instead, StringComparison.OrdinalIgnoreCase);
}
