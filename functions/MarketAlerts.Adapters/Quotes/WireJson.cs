using System.Buffers.Text;
using System.Globalization;
using System.Text;
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

/// <summary>Reads numbers off the wire; 0, which is what providers write for "not told", is everything that is none above zero.</summary>
internal static class WireNumber
{
    /// <summary>A number above zero.</summary>
    public static double Positive(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double value, out var read) && read == text.Length && value > 0 && double.IsFinite(value) ? value : 0;

    /// <summary>A whole number above zero, such as a time.</summary>
    public static long PositiveWhole(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out var read) && read == text.Length && value > 0 ? value : 0;
}

/// <summary>Reads times off the wire as UTC ticks; 0 is "not told", as for prices.</summary>
internal static class WireTime
{
    private const long LastSecond = 253_402_300_799; // The end of the year 9999.

    /// <summary>Seconds since 1970.</summary>
    public static long OfUnixSeconds(long seconds) =>
        seconds is > 0 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcTicks : 0;

    /// <summary>Date and time of the clock on the wall in a zone; an hour that the clock skips tells nothing.</summary>
    public static long OfWall(ReadOnlySpan<byte> text, string form, TimeZoneInfo zone) =>
        DateTime.TryParseExact(Encoding.UTF8.GetString(text), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
        && !zone.IsInvalidTime(wall)
            ? TimeZoneInfo.ConvertTimeToUtc(wall, zone).Ticks
            : 0;

    /// <summary>A day such as <c>2025-01-27</c>; default is "not told".</summary>
    public static DateOnly DayOf(ReadOnlySpan<byte> text) =>
        DateOnly.TryParseExact(Encoding.UTF8.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : default;
}
