using System.Globalization;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Messages;

/// <summary>Instants are UTC in JSON, such as <c>2025-01-27T14:31:00Z</c>.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override void WriteJson(JsonWriter writer, DateTimeOffset value, JsonSerializer serializer) =>
        writer.WriteValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));

    public override DateTimeOffset ReadJson(
        JsonReader reader, Type objectType, DateTimeOffset existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            string text when DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant,
            _ => throw new JsonSerializationException("Expected an instant such as 2025-01-27T14:31:00Z."),
        };
}
