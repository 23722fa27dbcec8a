using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>
/// What to do after a failed send. Only a server's final word about this mail or an address nobody can write to gives a mail up.
/// </summary>
/// <param name="options">The mail server; its password never shows.</param>
internal sealed class SmtpFailures(SmtpOptions options)
{
    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="atServer">Whether a connection was ready, so that the server speaks of this mail and not of us.</param>
    /// <param name="address">The recipient, who is left out of the detail.</param>
    public SendResult Answer(Exception failure, bool atServer, string address)
    {
        var answer = failure switch
        {
            SmtpCommandException refusal => Refused(refusal, atServer),
            AuthenticationException { Message: ['4', _, _, ':', ..] } later => Later(later.Message),
            AuthenticationException => Ours("the mail server refuses the user name or the password."),
            ServiceNotAuthenticatedException => Ours("the mail server wants a user name."),
            SslHandshakeException => Ours("no TLS connection to the mail server."),
            FormatException or ArgumentException => MailAddresses.MalformedId,
            NotSupportedException when atServer => new(SendOutcome.Rejected, "The mail server cannot take this address.")
            {
                Fault = SendFault.Address,
            },
            NotSupportedException => Ours("the mail server does not offer what the settings ask for."),
            OperationCanceledException or TimeoutException => Again(Timeout()),
            SocketException socket => Again($"The mail server cannot be reached: {socket.SocketErrorCode}."),
            IOException or ProtocolException => Again("The connection to the mail server broke.") with { Said = failure.Message },
            _ => Again($"Sending failed: {failure.GetType().Name}."),
        };
        return answer with { Said = Clean(answer.Said, address) };
    }

    /// <summary>The server's words without control characters, the address and the password, at most 200 characters long.</summary>
    public string Clean(string words, string address) =>
        SendDetail.Clean(words, (address, "(the address)"), (options.Password, "(hidden)"));

    private static SendResult Refused(SmtpCommandException refusal, bool atServer)
    {
        var stage = !atServer
            ? SmtpStage.Connecting
            : refusal.ErrorCode switch
            {
                SmtpErrorCode.SenderNotAccepted => SmtpStage.Sender,
                SmtpErrorCode.RecipientNotAccepted => SmtpStage.Recipient,
                _ => SmtpStage.Content,
            };
        return Refused(stage, (int)refusal.StatusCode, refusal.Message);
    }

    /// <summary>A refusal to sign in that says "not now": MailKit tells it as <c>454: 4.7.0 text</c>.</summary>
    private static SendResult Later(string message)
    {
        var (code, text) = (int.Parse(message.AsSpan(0, 3), CultureInfo.InvariantCulture), message[4..].TrimStart());
        return Refused(SmtpStage.Connecting, code, text);
    }

    /// <summary>Of a reply the codes are ours to tell; its words are not.</summary>
    private static SendResult Refused(SmtpStage stage, int code, string text)
    {
        var status = SmtpStatus.In(text);
        var answer = SmtpReplies.ResultOf(stage, code, status);
        var hint = answer.Fault is SendFault.Configuration ? "Configuration: " : "";
        return answer with { Detail = string.Create(CultureInfo.InvariantCulture, $"{hint}{code} {status}").TrimEnd(), Said = text };
    }

    private string Timeout() =>
        string.Create(CultureInfo.InvariantCulture, $"The mail server did not answer within {options.TimeoutSeconds} s.");

    private static SendResult Again(string detail) => new(SendOutcome.RetryAfter, detail);

    private static SendResult Ours(string detail) =>
        new(SendOutcome.RetryAfter, $"Configuration: {detail}") { Fault = SendFault.Configuration };
}
