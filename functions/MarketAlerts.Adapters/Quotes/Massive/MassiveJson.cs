using System.Text;
using System.Text.Json;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>Steps through JSON whose order and types nobody promised.</summary>
internal static class MassiveJson
{
    /// <summary>Steps to the next name of an object; false at its end.</summary>
    public static bool NextName(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        name = reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
        return reader.TokenType is JsonTokenType.PropertyName;
    }

    /// <summary>Steps to a value and into it if it is what was asked for; a value of another kind is skipped.</summary>
    public static bool Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        if (reader.TokenType == start)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Steps to a value above zero, written as a number or as text; 0 for any other.</summary>
    public static double Positive(ref Utf8JsonReader reader) => IsNumberOrText(ref reader) ? WireNumber.Positive(reader.ValueSpan) : 0;

    /// <summary>Steps to a whole number above zero, written as a number or as text; 0 for any other.</summary>
    public static long PositiveWhole(ref Utf8JsonReader reader) => IsNumberOrText(ref reader) ? WireNumber.PositiveWhole(reader.ValueSpan) : 0;

    /// <summary>Steps to a text; empty for any other value.</summary>
    public static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader) =>
        !Enter(ref reader, JsonTokenType.String) ? [] : reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;

    private static bool IsNumberOrText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Massive escapes nothing that we read, so this may be slow.</summary>
    private static byte[] Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException error)
        {
            throw new MassiveSnapshotException(MassiveFault.Malformed, $"The snapshot has a text at byte {reader.TokenStartIndex} that is no Unicode.", error);
        }
    }
}
