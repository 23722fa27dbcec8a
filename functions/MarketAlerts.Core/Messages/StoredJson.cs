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
            Converters = { new StringEnumConverter(), new SubscriberIdConverter(), new UtcConverter() },
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
