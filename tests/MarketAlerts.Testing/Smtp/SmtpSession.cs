using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MarketAlerts.Testing.Smtp;

/// <summary>One conversation.</summary>
internal sealed class SmtpSession(SmtpSink sink, Stream stream, int number)
{
    private readonly List<string> _to = [];
    private Stream _stream = stream;
    private SmtpLineReader _lines = new(stream);
    private bool _signedIn;
    private string _from = "";

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await TalkAsync(stop);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or SocketException
                        or ObjectDisposedException
                        or OperationCanceledException
                        or AuthenticationException
            )
        {
            // The other side or the sink hung up.
        }
    }

    private async Task TalkAsync(CancellationToken stop)
    {
        var open = await AnswerAsync("CONNECT", "220 sink ready", stop);
        while (open && await _lines.ReadAsync(stop) is { } command)
        {
            open = await ObeyAsync(command, stop);
        }
    }

    private async Task<bool> ObeyAsync(string command, CancellationToken stop)
    {
        switch (command.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                return await AnswerAsync(command, Abilities(), stop);
            case "STARTTLS" when sink.Certificate is { } certificate:
                return await EncryptAsync(certificate, stop);
            case "AUTH" when sink.Account is { } account:
                _signedIn =
                    command.Split(' ')[^1] == Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account.User}\0{account.Password}"));
                return await AnswerAsync("AUTH", _signedIn ? "235 2.7.0 welcome" : "535 5.7.8 who are you", stop);
            case "MAIL" when sink.Account is not null && !_signedIn:
                return await AnswerAsync(command, "530 5.7.0 sign in first", stop);
            case "HELO" or "NOOP":
                return await AnswerAsync(command, "250 ok", stop);
            case "RSET":
                _to.Clear();
                return await AnswerAsync(command, "250 ok", stop);
            case "MAIL":
                _from = Path(command);
                _to.Clear();
                return await AnswerAsync(command, "250 ok", stop);
            case "RCPT":
                _to.Add(Path(command));
                return await AnswerAsync(command, "250 ok", stop);
            case "DATA":
                return await DataAsync(stop);
            case "QUIT":
                await AnswerAsync(command, "221 bye", stop);
                return false;
            default:
                return await AnswerAsync(command, "500 unknown command", stop);
        }
    }

    private string Abilities()
    {
        var isEncrypted = _stream is SslStream;
        var tls = sink.Certificate is not null && !isEncrypted ? "250-STARTTLS\r\n" : "";
        var auth = sink.Account is not null && (sink.Certificate is null || isEncrypted) ? "250-AUTH PLAIN\r\n" : "";
        return $"250-sink\r\n{tls}{auth}250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8";
    }

    private async Task<bool> EncryptAsync(X509Certificate2 certificate, CancellationToken stop)
    {
        if (!await AnswerAsync("STARTTLS", "220 2.0.0 go on", stop))
        {
            return false;
        }

        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
        (_stream, _lines) = (encrypted, new SmtpLineReader(encrypted));
        return true;
    }

    private async Task<bool> DataAsync(CancellationToken stop)
    {
        var scripted = sink.Script?.Invoke("DATA");
        if (scripted is not (null or SmtpSink.DropInData))
        {
            return await WriteAsync(scripted, stop);
        }

        await WriteAsync("354 go on", stop);
        var raw = new MemoryStream();
        while (await _lines.ReadAsync(stop) is { } line)
        {
            if (scripted is SmtpSink.DropInData)
            {
                return false;
            }

            if (line is ".")
            {
                return await AcceptAsync(raw.ToArray(), stop);
            }

            if (sink.KeepsBytes)
            {
                raw.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
            }
        }

        return false;
    }

    private async Task<bool> AcceptAsync(byte[] raw, CancellationToken stop)
    {
        if (sink.Script?.Invoke(".") is { } scripted)
        {
            return await WriteAsync(scripted, stop);
        }

        var mail = new ReceivedMail(_from, [.. _to], raw, number) { IsEncrypted = _stream is SslStream, IsSignedIn = _signedIn };
        sink.Keep(mail);
        if (sink.BeforeAccepted is { } before)
        {
            await before(mail).WaitAsync(stop);
        }

        var open = await WriteAsync("250 2.0.0 accepted", stop);
        if (sink.AfterAccepted is { } after)
        {
            await after(mail).WaitAsync(stop);
        }

        return open;
    }

    private Task<bool> AnswerAsync(string command, string usual, CancellationToken stop) =>
        WriteAsync(sink.Script?.Invoke(command) ?? usual, stop);

    /// <summary>Writes a reply; false when the conversation ends with it.</summary>
    private async Task<bool> WriteAsync(string reply, CancellationToken stop)
    {
        if (reply is SmtpSink.Drop or SmtpSink.DropInData)
        {
            return false;
        }

        await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), stop);
        return !reply.StartsWith("421", StringComparison.Ordinal);
    }

    private static string Path(string command)
    {
        var (start, end) = (command.IndexOf('<', StringComparison.Ordinal), command.IndexOf('>', StringComparison.Ordinal));
        return start >= 0 && end > start ? command[(start + 1)..end] : "";
    }
}
