using System.Text;

namespace MarketAlerts.Testing.Smtp;

/// <summary>Reads lines that end in CR LF, byte for byte.</summary>
internal sealed class SmtpLineReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16_384];
    private int _start;
    private int _end;

    /// <summary>The next line without its end as Latin-1, or null when the other side is gone.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_end is 0)
                {
                    return null;
                }
            }

            var waiting = _buffer.AsSpan(_start, _end - _start);
            var feed = waiting.IndexOf((byte)'\n');
            var taken = feed < 0 ? waiting.Length : feed + 1;
            line.Append(Encoding.Latin1.GetString(waiting[..taken]));
            _start += taken;
            if (feed >= 0 && line.Length > 1 && line[^2] is '\r')
            {
                return line.ToString(0, line.Length - 2);
            }
        }
    }
}
