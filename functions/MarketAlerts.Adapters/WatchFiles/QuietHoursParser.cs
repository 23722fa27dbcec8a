using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads <c>"quietHours": { "from": "22:00", "to": "07:00", "severePasses": true }</c>.</summary>
internal sealed class QuietHoursParser(JsonDocumentParser json)
{
    public QuietHours? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "quietHours", "from and to") is not { } hours)
        {
            return null;
        }

        json.OnlyKeys(hours, "from", "to", "severePasses");
        return new QuietHours(ReadTime(hours, "from"), ReadTime(hours, "to"), json.OptionalFlag(hours, "severePasses") ?? true);
    }

    private TimeOnly ReadTime(JObject hours, string key) =>
        json.OptionalTime(hours, key) ?? throw json.Refuse(hours, $"'{key}' is missing.");
}
