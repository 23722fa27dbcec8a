using System.Globalization;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>Reads <c>events.csv</c>: halts, resumptions and splits. A scenario without the file has none.</summary>
internal static class ListingEventFile
{
    private static readonly string[] Columns = ["time_utc", "symbol", "kind", "value"];

    public static IReadOnlyList<ListingEvent> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = CsvFile.Open(path, Columns);
        var events = new List<ListingEvent>();
        while (file.Read())
        {
            events.Add(ReadRow(file));
            if (events.Count > 1 && events[^1].Time < events[^2].Time)
            {
                throw file.Refuse($"time goes backwards: {events[^1].Time:O} after {events[^2].Time:O}.");
            }
        }

        return events;
    }

    private static ListingEvent ReadRow(CsvFile file)
    {
        var (symbol, time, value) = (file.Symbol("symbol"), file.Time("time_utc"), file.Text("value"));
        return file.Text("kind") switch
        {
            "halt" => new ListingEvent(symbol, time, ListingEventKind.Halt, value, 1),
            "resume" => new ListingEvent(symbol, time, ListingEventKind.Resume, value, 1),
            "split" => new ListingEvent(symbol, time, ListingEventKind.Split, "", Ratio(file, value)),
            var kind => throw file.Refuse($"kind '{kind}' is not one of halt, resume and split."),
        };
    }

    private static double Ratio(CsvFile file, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio)
        && ratio is > 0 and < 1_000 and not 1
            ? ratio
            : throw file.Refuse($"value '{value}' is no split: new shares for each old one, such as 10 or 0.05.");
}

/// <summary>Halts, resumptions and splits of a scenario.</summary>
internal sealed class ScenarioListingEvents(Scenario scenario) : IListingEventSource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<ListingEvent>>([
            .. scenario.Events.Where(next => next.Time > after && next.Time <= until && symbols.Contains(next.Symbol)),
        ]);
}
