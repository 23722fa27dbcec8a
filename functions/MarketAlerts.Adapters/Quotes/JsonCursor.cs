using System.Buffers;
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
    private static readonly SearchValues<byte> TextStops = SearchValues.Create([
        (byte)'"',
        (byte)'\\',
        .. Enumerable.Range(0, ' ').Select(control => (byte)control),
    ]);

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
        if (TryTakeLetter(out name))
        {
            return true;
        }

        if (!Next('}'))
        {
            return false;
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
        if (Peek() is (byte)'"' && TryTakePlainText(out var text))
        {
            return text;
        }

        var reader = ReadOne();
        return reader.TokenType is not JsonTokenType.String ? default
            : reader.ValueIsEscaped ? Unescaped(ref reader)
            : reader.ValueSpan;
    }

    /// <summary>Skips a value.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case (byte)'{':
                Enter('{');
                while (NextName(out _))
                {
                    SkipLeaf();
                }

                break;
            case (byte)'[':
                Enter('[');
                while (NextElement())
                {
                    SkipLeaf();
                }

                break;
            default:
                SkipLeaf();
                break;
        }
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (Peek() is not 0 || Position < _json.Length)
        {
            throw Wrong();
        }
    }

    /// <summary>Skips a value that is seldom nested; one that is, is left to the reader, which limits the depth.</summary>
    private void SkipLeaf()
    {
        var first = Peek();
        if (first is (byte)'"' ? !TryTakePlainText(out _) : !TrySkipPlainNumber(first is (byte)'-' ? 1 : 0))
        {
            ReadOne();
        }
    }

    /// <summary>Takes a name of one letter, which most are, in the form <c>,"x":</c>.</summary>
    private bool TryTakeLetter(out ReadOnlySpan<byte> name)
    {
        var at = _first ? Position : Position + 1;
        if (
            at + 4 <= _json.Length
            && (_first || _json[at - 1] is (byte)',')
            && _json.Slice(at, 4) is [(byte)'"', > (byte)' ' and not (byte)'"' and not (byte)'\\', (byte)'"', (byte)':']
        )
        {
            name = _json.Slice(at + 1, 1);
            Position = at + 4;
            _first = false;
            return true;
        }

        name = default;
        return false;
    }

    private bool TryTakePlainText(out ReadOnlySpan<byte> text)
    {
        var rest = _json[(Position + 1)..];
        var length = rest.IndexOfAny(TextStops);
        var isPlain = length >= 0 && rest[length] is (byte)'"';
        text = isPlain ? rest[..length] : default;
        Position += isPlain ? length + 2 : 0;
        return isPlain;
    }

    private bool TrySkipPlainNumber(int signs)
    {
        var length = WireNumber.LengthOfPlain(_json[(Position + signs)..]) + signs;
        var isPlain = length > signs && Ends(length);
        Position += isPlain ? length : 0;
        return isPlain;
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
        Position + read < _json.Length
        && (_json[Position + read] is (byte)',' or (byte)'}' or (byte)']' || IsSpace(_json[Position + read]));

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
