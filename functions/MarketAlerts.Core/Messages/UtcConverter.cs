using System.Globalization;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Messages;

/// <summary>Instants are UTC in JSON, such as <c>2025-01-27T14:31:00Z</c>.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string Read = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public override void WriteJson(JsonWriter writer, DateTimeOffset value, JsonSerializer serializer) =>
        writer.WriteValue(value.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture));

    public override DateTimeOffset ReadJson(
        JsonReader reader,
        Type objectType,
        DateTimeOffset existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) =>
        DateTimeOffset.TryParseExact(
            reader.Value as string,
            Read,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant.ToUniversalTime()
            : throw new JsonSerializationException("Expected an instant such as 2025-01-27T14:31:00Z.");
}
