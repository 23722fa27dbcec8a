using System.Text;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>Takes a rendering in pieces: texts that stay, and between them the places that subscribers fill.</summary>
internal sealed class SlotWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _fixed = [];
    private readonly List<Slot> _slots = [];

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The places, in order.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>The texts around the places, one more than there are places.</summary>
    public IReadOnlyList<string> Fixed => [.. _fixed, _text.ToString()];

    /// <summary>Ends a text with a place.</summary>
    public void Add(Slot slot)
    {
        _fixed.Add(_text.ToString());
        _text.Clear();
        _slots.Add(slot);
    }

    /// <inheritdoc/>
    public override void Write(char value) => _text.Append(value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => _text.Append(buffer, index, count);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => _text.Append(buffer);

    /// <inheritdoc/>
    public override void Write(string? value) => _text.Append(value);

    /// <inheritdoc/>
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }
}
