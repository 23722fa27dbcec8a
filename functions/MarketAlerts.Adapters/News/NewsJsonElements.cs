using System.Globalization;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Reads JSON whose names and types nobody promised: a value of another kind is empty, and nothing but a <see cref="FetchException"/> is
/// thrown.
/// </summary>
internal static class NewsJsonElements
{
    private const int MostDepth = 16;
    private const int MostSymbols = 100;
    private const int LongestReason = 200;
    private const double LastSecond = 4_102_444_800; // 2100-01-01.

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth };

    /// <summary>The document.</summary>
    /// <exception cref="FetchException">It is no JSON (Malformed).</exception>
    public static JsonDocument Parse(string source, ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException error)
        {
            throw new FetchException(FetchFault.Malformed, $"{source} is no JSON from line {error.LineNumber} on.", error);
        }
    }

    /// <summary>The elements of the answer's list: the answer itself, or the value of one name.</summary>
    /// <exception cref="FetchException">There is no list: the other side says no (Busy, Refused), or it is another document
    /// (Malformed).</exception>
    public static IEnumerable<JsonElement> List(string source, JsonElement root, string? name)
    {
        var list = name is null ? root : root.Value(name);
        if (list.ValueKind is JsonValueKind.Array)
        {
            return list.EnumerateArray();
        }

        var reason = root.Text("error") is { Length: > 0 } error ? error : root.Text("message");
        throw reason is ""
            ? new FetchException(FetchFault.Malformed, $"{source} is JSON, but holds no list of news.")
            : new FetchException(
                IsLimit(reason) ? FetchFault.Busy : FetchFault.Refused,
                $"{source} says: {HtmlToText.Strip(reason, LongestReason)}"
            );
    }

    /// <summary>A value of an object; undefined when there is none.</summary>
    public static JsonElement Value(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            return default; // A name that is no Unicode.
        }
    }

    /// <summary>A text or the digits of a number; empty for anything else, a text that is no Unicode included.</summary>
    public static string Text(this JsonElement element, string name) => TextOf(element.Value(name));

    /// <summary>A whole number; 0 for anything else.</summary>
    public static long Whole(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The time of a number of seconds since 1970, or null.</summary>
    public static DateTimeOffset? Seconds(this JsonElement element, string name) =>
        element.Whole(name) is > 0 and var seconds && seconds < LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The tickers in a list, or in a text with commas, each once.</summary>
    public static IReadOnlyList<Symbol> Symbols(this JsonElement element, string name)
    {
        var value = element.Value(name);
        var texts =
            value.ValueKind is JsonValueKind.Array
                ? value.EnumerateArray().Where(element => element.ValueKind is JsonValueKind.String).Select(TextOf)
                : TextOf(value).Split(',', MostSymbols);
        return
        [
            .. texts
                .Select(text => Symbol.TryParse(text.Trim(), out var symbol) ? symbol : default)
                .Where(symbol => symbol != default)
                .Distinct()
                .Take(MostSymbols),
        ];
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static bool IsLimit(string reason) =>
        reason.Contains("limit", StringComparison.OrdinalIgnoreCase) || reason.Contains("exceed", StringComparison.OrdinalIgnoreCase);
}
