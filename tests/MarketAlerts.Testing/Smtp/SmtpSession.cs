using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace MarketAlerts.Testing.Smtp;

/// <summary>One conversation.</summary>
internal sealed class SmtpSession(SmtpSink sink, Stream stream, int number)
{
    private readonly SmtpLineReader _lines = new(stream);
    private readonly List<string> _to = [];
    private string _from = "";

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await TalkAsync(stop);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
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
                return await AnswerAsync(command, "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8", stop);
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

            raw.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        return false;
    }

    private async Task<bool> AcceptAsync(byte[] raw, CancellationToken stop)
    {
        if (sink.Script?.Invoke(".") is { } scripted)
        {
            return await WriteAsync(scripted, stop);
        }

        var mail = new ReceivedMail(_from, [.. _to], await MimeMessage.LoadAsync(new MemoryStream(raw), stop), raw, number);
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

    private Task<bool> AnswerAsync(string command, string usual, CancellationToken stop) => WriteAsync(sink.Script?.Invoke(command) ?? usual, stop);

    /// <summary>Writes a reply; false when the conversation ends with it.</summary>
    private async Task<bool> WriteAsync(string reply, CancellationToken stop)
    {
        if (reply is SmtpSink.Drop or SmtpSink.DropInData)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), stop);
        return !reply.StartsWith("421", StringComparison.Ordinal);
    }

    private static string Path(string command)
    {
        var (start, end) = (command.IndexOf('<', StringComparison.Ordinal), command.IndexOf('>', StringComparison.Ordinal));
        return start >= 0 && end > start ? command[(start + 1)..end] : "";
    }
}
