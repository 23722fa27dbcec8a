using System.Buffers;
using System.IO.Hashing;
using System.Net.Sockets;

namespace MarketAlerts.Benchmarks.W4.Sink;

/// <summary>
/// One SMTP conversation, as cheap as it goes: replies to what came together go out together, and of a mail only hashes are kept.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="count">Who counts.</param>
/// <param name="delay">How long each reply takes.</param>
internal sealed class SinkConversation(Socket socket, SinkCount count, TimeSpan delay)
{
    private const int BufferBytes = 131_072;
    private static readonly byte[] EndOfData = "\r\n.\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly XxHash3 _content = new();
    private readonly ArrayBufferWriter<byte> _replies = new();
    private int _start;
    private int _end;
    private bool _inData;
    private bool _isOver;
    private long _bytes;
    private long _recipients;

    public async Task RunAsync()
    {
        try
        {
            Reply("220 sink ready\r\n"u8);
            while (!_isOver)
            {
                await FlushAsync();
                MakeRoom();
                var read = await socket.ReceiveAsync(_buffer.AsMemory(_end));
                if (read is 0)
                {
                    return;
                }

                _end += read;
                TakeAll();
            }

            await FlushAsync();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The other side hung up.
        }
        finally
        {
            socket.Dispose();
        }
    }

    private void TakeAll()
    {
        while (!_isOver && (_inData ? TakeData() : TakeCommand())) { }
    }

    private bool TakeCommand()
    {
        var waiting = _buffer.AsSpan(_start, _end - _start);
        var length = waiting.IndexOf("\r\n"u8);
        if (length < 0)
        {
            return false;
        }

        Obey(waiting[..length]);
        _start += length + 2;
        return true;
    }

    private void Obey(ReadOnlySpan<byte> command)
    {
        var verb = command.Length >= 4 ? command[..4] : command;
        if (verb.SequenceEqual("EHLO"u8))
        {
            Reply("250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n"u8);
        }
        else if (verb.SequenceEqual("RCPT"u8))
        {
            _recipients = unchecked(_recipients + SinkCount.HashOf(command[(command.IndexOf((byte)'<') + 1)..command.IndexOf((byte)'>')]));
            Reply("250 2.1.5 ok\r\n"u8);
        }
        else if (verb.SequenceEqual("DATA"u8))
        {
            _inData = true;
            Reply("354 go on\r\n"u8);
        }
        else if (verb.SequenceEqual("QUIT"u8))
        {
            _isOver = true;
            Reply("221 bye\r\n"u8);
        }
        else
        {
            _recipients = verb.SequenceEqual("MAIL"u8) || verb.SequenceEqual("RSET"u8) ? 0 : _recipients;
            Reply("250 2.0.0 ok\r\n"u8);
        }
    }

    /// <summary>Takes what is there of a mail; the last bytes stay as long as they may begin its end.</summary>
    private bool TakeData()
    {
        var waiting = _buffer.AsSpan(_start, _end - _start);
        var length = waiting.IndexOf(EndOfData);
        var taken = length >= 0 ? length + EndOfData.Length : Math.Max(0, waiting.Length - EndOfData.Length + 1);
        _content.Append(waiting[..taken]);
        _bytes += taken;
        _start += taken;
        if (length < 0)
        {
            return false;
        }

        count.Add(_bytes, _recipients, unchecked((long)_content.GetCurrentHashAsUInt64()));
        _content.Reset();
        (_bytes, _recipients, _inData) = (0, 0, false);
        Reply("250 2.0.0 accepted\r\n"u8);
        return true;
    }

    private void Reply(ReadOnlySpan<byte> line) => _replies.Write(line);

    private async Task FlushAsync()
    {
        if (_replies.WrittenCount is 0)
        {
            return;
        }

        if (delay > TimeSpan.Zero)
        {
            await BeFarAwayAsync();
        }

        await socket.SendAsync(_replies.WrittenMemory);
        _replies.ResetWrittenCount();
    }

    /// <summary>Time that goes by on the wire: here it is the thing itself, and nothing is waited for.</summary>
    private async Task BeFarAwayAsync()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = TimeProvider.System.CreateTimer(_ => arrived.TrySetResult(), null, delay, Timeout.InfiniteTimeSpan);
        await arrived.Task;
    }

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }
}
