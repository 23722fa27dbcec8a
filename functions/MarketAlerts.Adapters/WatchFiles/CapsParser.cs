using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads <c>"caps": { "perHour": 5, "perDay": 20 }</c>, one of them or both.</summary>
internal sealed class CapsParser(JsonDocumentParser json)
{
    private const int MostMessages = 1_000;

    public MessageCaps? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "caps", "perHour, perDay or both") is not { } caps)
        {
            return null;
        }

        json.OnlyKeys(caps, "perHour", "perDay");
        return caps.Count > 0
            ? new MessageCaps(json.OptionalWhole(caps, "perHour", 1, MostMessages), json.OptionalWhole(caps, "perDay", 1, MostMessages))
            : throw json.Refuse(caps, "'caps' is an object with perHour, perDay or both.");
    }
}
