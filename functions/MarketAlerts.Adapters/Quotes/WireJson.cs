using System.Text.Json;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Steps through JSON whose order and types nobody promised. As in a converter the reader stands on a value's first token before the value
/// is read, and on its last one after that; a value of another kind than the wanted one tells nothing. Every mistake is a
/// <see cref="JsonException"/>.
/// </summary>
internal static class WireJson
{
    /// <summary>Enters an object, whose names come next; any other value is skipped.</summary>
    public static bool TryEnterObject(this ref Utf8JsonReader reader) => TryEnter(ref reader, JsonTokenType.StartObject);

    /// <summary>Enters a list, whose elements come next; any other value is skipped.</summary>
    public static bool TryEnterList(this ref Utf8JsonReader reader) => TryEnter(ref reader, JsonTokenType.StartArray);

    /// <summary>Steps to the next value of an object; false at its end.</summary>
    public static bool NextName(this ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        name = default;
        if (reader.TokenType is JsonTokenType.EndObject)
        {
            return false;
        }

        name = Letters(ref reader);
        reader.Read();
        return true;
    }

    /// <summary>Steps to the next element of a list; false at its end.</summary>
    public static bool NextElement(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is not JsonTokenType.EndArray;
    }

    /// <summary>A number above zero, written as a number or as text; 0 for any other value.</summary>
    public static double Positive(this ref Utf8JsonReader reader) => WireNumber.Positive(Digits(ref reader));

    /// <summary>A whole number above zero, written as a number or as text; 0 for any other value.</summary>
    public static long PositiveWhole(this ref Utf8JsonReader reader) => WireNumber.PositiveWhole(Digits(ref reader));

    /// <summary>A text; empty for any other value.</summary>
    public static ReadOnlySpan<byte> Text(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return Letters(ref reader);
        }

        reader.Skip();
        return default;
    }

    /// <summary>A time such as <c>2022-03-18T14:33:58.448432206Z</c> as UTC ticks; 0 for any other value, and without a zone.</summary>
    public static long Time(this ref Utf8JsonReader reader) =>
        !reader.Text().IsEmpty && reader.TryGetDateTime(out var time) && time.Kind is not DateTimeKind.Unspecified
            ? time.ToUniversalTime().Ticks
            : 0;

    /// <summary>Nothing but white space may follow.</summary>
    public static void End(this ref Utf8JsonReader reader) => reader.Read();

    private static bool TryEnter(ref Utf8JsonReader reader, JsonTokenType opening)
    {
        var isEntered = reader.TokenType == opening;
        if (!isEntered)
        {
            reader.Skip();
        }

        return isEntered;
    }

    private static ReadOnlySpan<byte> Digits(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            return reader.ValueSpan;
        }

        reader.Skip();
        return default;
    }

    private static ReadOnlySpan<byte> Letters(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            var text = new byte[reader.ValueSpan.Length];
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("A text is no Unicode.", error);
        }
    }
}
