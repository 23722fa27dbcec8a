using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Steps through JSON whose order and types nobody promised. The plain forms, which are nearly all of a provider's answer, are read where they lie;
/// anything else (escapes, signs, exponents, values nobody asked for) is left to a <see cref="Utf8JsonReader"/> over that one value, so that both
/// accept the same. Every mistake is a <see cref="JsonException"/>.
/// </summary>
/// <param name="json">The whole text.</param>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    private readonly ReadOnlySpan<byte> _json = json;
    private bool _first; // Whether the next name or element is the first of its object or array.

    /// <summary>How far it got, in bytes.</summary>
    public int Position { get; private set; }

    /// <summary>Steps into an object or array; a value of another kind is skipped.</summary>
    public bool Enter(char opening)
    {
        if (Peek() != opening)
        {
            Skip();
            return false;
        }

        Position++;
        _first = true;
        return true;
    }

    /// <summary>Steps to the next name of an object; false behind its end.</summary>
    public bool NextName(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Next('}'))
        {
            return false;
        }

        if (Peek() is (byte)'"' && _json[Position..] is [_, > (byte)' ' and not (byte)'"' and not (byte)'\\', (byte)'"', (byte)':', ..]) // Most names are one letter.
        {
            name = _json.Slice(Position + 1, 1);
            Position += 4;
            return true;
        }

        name = Peek() is (byte)'"' ? Text() : throw Wrong();
        Take(':');
        return true;
    }

    /// <summary>Steps to the next element of an array; false behind its end.</summary>
    public bool NextElement() => Next(']') && (Peek() is not (byte)']' ? true : throw Wrong());

    /// <summary>A number above zero, written as a number or as text; 0 for any other value.</summary>
    public double Positive()
    {
        Peek();
        if (WireNumber.TryReadPlain(_json[Position..], out double value, out var read) && Ends(read))
        {
            Position += read;
            return value;
        }

        var reader = ReadOne();
        return reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? WireNumber.Positive(reader.ValueSpan) : 0;
    }

    /// <summary>A whole number above zero, written as a number or as text; 0 for any other value.</summary>
    public long PositiveWhole()
    {
        Peek();
        if (WireNumber.TryReadPlainWhole(_json[Position..], out long value, out var read) && Ends(read))
        {
            Position += read;
            return value;
        }

        var reader = ReadOne();
        return reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? WireNumber.PositiveWhole(reader.ValueSpan) : 0;
    }

    /// <summary>A text; empty for any other value.</summary>
    public ReadOnlySpan<byte> Text()
    {
        if (Peek() is (byte)'"')
        {
            var rest = _json[(Position + 1)..];
            var length = 0;
            while (length < rest.Length && rest[length] is not (byte)'"' and not (byte)'\\' and >= (byte)' ')
            {
                length++;
            }

            if (length < rest.Length && rest[length] is (byte)'"')
            {
                Position += length + 2;
                return rest[..length];
            }
        }

        var reader = ReadOne();
        return reader.TokenType is not JsonTokenType.String ? default : reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
    }

    /// <summary>Skips a value.</summary>
    public void Skip()
    {
        Peek();
        if (WireNumber.TryReadPlain(_json[Position..], out double _, out var read) && Ends(read))
        {
            Position += read;
            return;
        }

        ReadOne();
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (Peek() is not 0 || Position < _json.Length)
        {
            throw Wrong();
        }
    }

    private bool Next(char closing)
    {
        if (Peek() == closing)
        {
            Position++;
            _first = false;
            return false;
        }

        if (!_first)
        {
            Take(',');
        }

        _first = false;
        return true;
    }

    private void Take(char expected)
    {
        if (Peek() != expected)
        {
            throw Wrong();
        }

        Position++;
    }

    /// <summary>The next byte that is no white space; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek() => Position < _json.Length && _json[Position] > ' ' ? _json[Position] : PeekBehindSpace();

    private byte PeekBehindSpace()
    {
        while (Position < _json.Length && IsSpace(_json[Position]))
        {
            Position++;
        }

        return Position < _json.Length ? _json[Position] : (byte)0;
    }

    private readonly bool Ends(int read) =>
        Position + read < _json.Length && (_json[Position + read] is (byte)',' or (byte)'}' or (byte)']' || IsSpace(_json[Position + read]));

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private Utf8JsonReader ReadOne()
    {
        var reader = new Utf8JsonReader(_json[Position..], Options);
        reader.Read();
        var value = reader;
        reader.Skip();
        Position += (int)reader.BytesConsumed;
        return value;
    }

    private static byte[] Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("A text is no Unicode.", error);
        }
    }

    private static JsonException Wrong() => new("A comma, colon, bracket or name is missing, or there is one too many.");
}
