using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads <c>"digest": { "plain": "hourly", "notable": "instant", "severe": "instant", "at": "17:30" }</c>; a severity left out is told at once.</summary>
internal sealed class DigestParser(JsonDocumentParser json)
{
    private static readonly Dictionary<string, DigestRhythm> Rhythms = new()
    {
        ["instant"] = DigestRhythm.Instant,
        ["hourly"] = DigestRhythm.Hourly,
        ["end-of-day"] = DigestRhythm.EndOfDay,
    };

    public DigestChoice? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "digest", "plain, notable, severe and at") is not { } digest)
        {
            return null;
        }

        json.OnlyKeys(digest, "plain", "notable", "severe", "at");
        return new DigestChoice(
            ReadRhythm(digest, "plain"),
            ReadRhythm(digest, "notable"),
            ReadRhythm(digest, "severe"),
            json.OptionalTime(digest, "at")
        );
    }

    private DigestRhythm ReadRhythm(JObject digest, string severity) =>
        json.OptionalWord(digest, severity, Rhythms) ?? DigestRhythm.Instant;
}
