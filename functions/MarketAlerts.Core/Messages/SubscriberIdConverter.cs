using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Messages;

/// <summary>A subscriber id is its text in JSON.</summary>
internal sealed class SubscriberIdConverter : JsonConverter<SubscriberId>
{
    public override void WriteJson(JsonWriter writer, SubscriberId value, JsonSerializer serializer) => writer.WriteValue(value.Text);

    public override SubscriberId ReadJson(
        JsonReader reader,
        Type objectType,
        SubscriberId existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => SubscriberId.Parse(reader.Value as string ?? "");
}
