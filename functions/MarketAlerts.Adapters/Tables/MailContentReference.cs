using MarketAlerts.Core.Mail;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Stands in a stored mail for what it tells of its incident.</summary>
/// <param name="content">The content, when a mail is read.</param>
/// <param name="hash">Its hash, when a mail is written.</param>
internal sealed class MailContentReference(MailContent? content, string? hash) : JsonConverter<MailContent>
{
    public override void WriteJson(JsonWriter writer, MailContent? value, JsonSerializer serializer) => writer.WriteValue(hash);

    public override MailContent ReadJson(
        JsonReader reader,
        Type objectType,
        MailContent? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => content!;
}
