using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads <c>"vacation": { "first": "2025-02-01", "last": "2025-02-09" }</c>.</summary>
internal sealed class VacationParser(JsonDocumentParser json)
{
    private const int MostDays = 366;

    public Vacation? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "vacation", "first and last") is not { } vacation)
        {
            return null;
        }

        json.OnlyKeys(vacation, "first", "last");
        var (first, last) = (json.Day(vacation, "first").Day, json.Day(vacation, "last"));
        return last.Day >= first && last.Day.DayNumber - first.DayNumber < MostDays
            ? new Vacation(first, last.Day)
            : throw json.Refuse(last.Token, $"'last' is 'first' or a later day; a vacation has at most {MostDays} days.");
    }
}
