using System.Text;
using System.Text.Json;
using Azure;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>What Azure said, whatever it was.</summary>
/// <param name="Status">The HTTP status, or 0 when there was no answer.</param>
/// <param name="State">Where the operation stands, such as <c>Running</c>; empty when that was not said.</param>
/// <param name="Code">The error's code, or empty.</param>
/// <param name="Words">The error's message, or empty.</param>
/// <param name="RetryAfter">How long Azure asks to be left alone, if it says.</param>
/// <param name="Operation">Where to ask what becomes of it, or null.</param>
internal sealed record AcsAnswer(int Status, string State, string Code, string Words, TimeSpan? RetryAfter, Uri? Operation)
{
    private const int LongestWords = 500;

    public static AcsAnswer None { get; } = new(0, "", "", "", null, null);

    public static AcsAnswer Read(Response response, DateTimeOffset now)
    {
        var (state, code, words) = Read(response.Content.ToMemory());
        code = code is "" && response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : code;
        return new AcsAnswer(response.Status, state, code, words, WaitIn(response, now), Location(response));
    }

    private static (string State, string Code, string Words) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = Property(document.RootElement, "error");
            return (Text(document.RootElement, "status"), Text(error, "code"), Text(error, "message"));
        }
        catch (JsonException)
        {
            return ("", "", Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestWords)]));
        }
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement? element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    private static Uri? Location(Response response) =>
        response.Headers.TryGetValue("Operation-Location", out var text) && Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : null;

    private static TimeSpan? WaitIn(Response response, DateTimeOffset now) =>
        !response.Headers.TryGetValue("Retry-After", out var text)
        || !System.Net.Http.Headers.RetryConditionHeaderValue.TryParse(text, out var wait)
            ? null
            : wait.Delta ?? (wait.Date > now ? wait.Date - now : null);
}
