using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>What <c>scenario.json</c> says.</summary>
internal sealed record ScenarioHeader(string Name, string Description, DateTimeOffset From, DateTimeOffset To, string? Watch, int WatchLine)
{
    private const string FileName = "scenario.json";

    public static ScenarioHeader Read(string folder, MarketCalendar calendar)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new InputFileException(
                FileName,
                1,
                $"not found in '{folder}': a scenario is a folder with scenario.json and quotes.csv."
            );
        }

        var json = new JsonDocumentParser(FileName);
        var root = json.Parse(File.ReadAllText(path));
        json.OnlyKeys(root, "name", "description", "from", "to", "watch");
        var from = Time(json, root, "from");
        var to = Time(json, root, "to");
        if (to <= from)
        {
            throw json.Refuse(root["to"]!, "'to' is not after 'from'.");
        }

        MustCover(calendar, from, json, root["from"]!);
        MustCover(calendar, to, json, root["to"]!);
        MustCover(calendar, to + Scenario.Afterwards, json, root["to"]!);
        var watch = json.OptionalText(root, "watch");
        if (watch is { } named && named.Text != Path.GetFileName(named.Text))
        {
            throw json.Refuse(named.Token, "'watch' is a file in this folder.");
        }

        return new ScenarioHeader(
            json.Text(root, "name").Text,
            json.Text(root, "description").Text,
            from,
            to,
            watch?.Text,
            watch is { } token ? ((Newtonsoft.Json.IJsonLineInfo)token.Token).LineNumber : 1
        );
    }

    private static void MustCover(MarketCalendar calendar, DateTimeOffset instant, JsonDocumentParser json, JToken token)
    {
        if (calendar.Refusal(MarketCalendar.DateOf(instant)) is { } refusal)
        {
            throw json.Refuse(token, refusal);
        }
    }

    private static DateTimeOffset Time(JsonDocumentParser json, JObject root, string key)
    {
        var (text, token) = json.Text(root, key);
        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : throw json.Refuse(token, $"'{key}' is a time such as 2025-01-27T14:30:00Z.");
    }
}
