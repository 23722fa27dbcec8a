using System.Globalization;
using System.Reflection;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace MarketAlerts.Core.Messages;

/// <summary>The one way messages and stored documents become JSON: camel case, enums by name, UTC times, strict on reading.</summary>
public static class StoredJson
{
    private const int DeepestNesting = 32;

    /// <summary>The settings.</summary>
    public static JsonSerializerSettings Settings { get; } =
        new()
        {
            ContractResolver = new StrictContractResolver { NamingStrategy = new CamelCaseNamingStrategy() },
            Converters =
            {
                new StringEnumConverter(),
                new UtcConverter(),
                new TextConverter<SubscriberId>(SubscriberId.Parse),
                new TextConverter<Symbol>(Symbol.Parse),
                new TextConverter<Target>(Target.Parse),
                new TextConverter<Rule>(Rule.FromText),
            },
            Culture = System.Globalization.CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            DateTimeZoneHandling = DateTimeZoneHandling.Utc,
            MissingMemberHandling = MissingMemberHandling.Error,
            NullValueHandling = NullValueHandling.Ignore,
            MaxDepth = DeepestNesting,
        };

    /// <summary>Writes a document.</summary>
    public static string Write<T>(T value) => JsonConvert.SerializeObject(value, Formatting.None, Settings);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It does not fit.</exception>
    public static T Read<T>(string json) =>
        JsonConvert.DeserializeObject<T>(json, Settings) ?? throw new JsonSerializationException("The document is empty.");
}

/// <summary>What has a text of its own is that text in JSON, and null is null.</summary>
/// <param name="parse">Reads the text; throws <see cref="FormatException"/> on any other.</param>
internal sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter
    where T : notnull
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        reader.Value switch
        {
            string text => Parse(text),
            null when reader.TokenType is JsonToken.Null => null,
            _ => throw new JsonSerializationException($"Expected the text of a {typeof(T).Name}."),
        };

    private T Parse(string text)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException other)
        {
            throw new JsonSerializationException(other.Message, other);
        }
    }
}

/// <summary>
/// Requires every property that is not declared nullable, so that a missing one is an error and not a silent default; leaves out what is
/// computed and what stands beside the document, so that no type needs to know of JSON.
/// </summary>
internal sealed class StrictContractResolver : DefaultContractResolver
{
    private readonly NullabilityInfoContext _nullability = new();

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member is PropertyInfo info && info.GetIndexParameters().Length is 0)
        {
            property.Ignored |= !info.CanWrite || IsBeside(info);
            property.Required = IsNullable(info) ? Required.Default : Required.Always;
        }

        return property;
    }

    /// <summary>
    /// What stands beside a document in its row: the version it was read at, and the item that a row of the waiting list holds.
    /// </summary>
    private static bool IsBeside(PropertyInfo info) =>
        info.Name is "ETag" || (info.DeclaringType == typeof(Waiting) && info.Name is nameof(Waiting.Item));

    private bool IsNullable(PropertyInfo info)
    {
        lock (_nullability)
        {
            return _nullability.Create(info).ReadState is NullabilityState.Nullable;
        }
    }
}

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
