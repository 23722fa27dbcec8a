using MarketAlerts.Core.Notifications;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Stands in a stored mail for what it tells of its incident.</summary>
/// <param name="story">The story, when a mail is read.</param>
/// <param name="hash">Its hash, when a mail is written.</param>
internal sealed class StoryReference(MailStory? story, string? hash) : JsonConverter<MailStory>
{
    public override void WriteJson(JsonWriter writer, MailStory? value, JsonSerializer serializer) => writer.WriteValue(hash);

    public override MailStory ReadJson(
        JsonReader reader,
        Type objectType,
        MailStory? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => story!;
}
