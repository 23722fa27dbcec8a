using System.Globalization;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The wanted levels of one name as text: <c>2|0:20000,50000;6|0:10000</c>, metric, direction, sorted levels.</summary>
internal static class LevelText
{
    public static string Write(WantedLevels levels, string name) =>
        string.Join(';', levels.All.Where(wanted => wanted.Name == name)
            .OrderBy(wanted => wanted.Metric).ThenBy(wanted => wanted.Direction)
            .Select(wanted => string.Create(
                CultureInfo.InvariantCulture,
                $"{(byte)wanted.Metric}|{(int)wanted.Direction}:{string.Join(',', wanted.Levels.Select(level => level.ToString(CultureInfo.InvariantCulture)))}")));

    public static void Read(WantedLevels levels, string name, string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, list) = (part[..part.IndexOf(':', StringComparison.Ordinal)], part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var ids = key.Split('|').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
            levels.Add(name, (MetricId)ids[0], (Direction)ids[1], list.Split(',').Select(level => long.Parse(level, CultureInfo.InvariantCulture)));
        }
    }
}
