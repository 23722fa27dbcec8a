using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Registration;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>
/// Reads a scenario folder: scenario.json, quotes.csv, optional history.csv, events.csv, news.csv and watch file. A broken one is refused
/// with file and line.
/// </summary>
internal static class ScenarioLoader
{
    private static readonly string[] QuoteColumns = ["time_utc", "symbol", "last", "open", "high", "low", "previous_close", "volume"];
    private static readonly string[] HistoryColumns = ["date", "symbol", "close", "volume"];

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">Where the scenario lies.</param>
    /// <param name="calendar">The market's hours; the scenario must lie within the dates it covers.</param>
    /// <exception cref="InputFileException">Something in it is wrong or missing.</exception>
    public static Scenario Read(string folder, MarketCalendar calendar)
    {
        var header = ScenarioHeader.Read(folder, calendar);
        var quotes = ReadQuotes(Path.Combine(folder, "quotes.csv"));
        var symbols = quotes.Select(row => row.Quote.Symbol).ToHashSet();
        var news = NewsFile.Read(Path.Combine(folder, "news.csv"));
        var watch = ReadWatch(folder, header, symbols);
        return new Scenario(
            header.Name,
            header.Description,
            header.From,
            header.To,
            quotes,
            ReadHistory(Path.Combine(folder, "history.csv")),
            ListingEventFile.Read(Path.Combine(folder, "events.csv")),
            watch with
            {
                Feeds = news.Count > 0 ? [NewsFile.Feed] : [],
            }
        )
        {
            News = news,
        };
    }

    private static List<ScenarioQuote> ReadQuotes(string path)
    {
        using var file = CsvFile.Open(path, QuoteColumns);
        var quotes = new List<ScenarioQuote>();
        while (file.Read())
        {
            var quote = new Quote(
                file.Symbol("symbol"),
                file.Time("time_utc"),
                file.Price("last"),
                file.OptionalPrice("open"),
                file.OptionalPrice("high"),
                file.OptionalPrice("low"),
                file.OptionalPrice("previous_close"),
                file.OptionalVolume("volume")
            );
            if (quotes.Count > 0 && quote.MarketTime < quotes[^1].Quote.MarketTime)
            {
                throw file.Refuse($"time goes backwards: {quote.MarketTime:O} after {quotes[^1].Quote.MarketTime:O}.");
            }

            if (quote.High < quote.Low)
            {
                throw file.Refuse("high is below low.");
            }

            quotes.Add(new ScenarioQuote(quote, file.OptionalTime("arrives_utc") ?? quote.MarketTime));
        }

        return quotes.Count > 0 ? quotes : throw file.Refuse("no quotes.");
    }

    private static Dictionary<Symbol, IReadOnlyList<DailyClose>> ReadHistory(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = CsvFile.Open(path, HistoryColumns);
        var rows = new List<(Symbol Symbol, DailyClose Close)>();
        while (file.Read())
        {
            rows.Add(
                (file.Symbol("symbol"), new DailyClose(file.Date("date"), (double)file.Price("close"), file.OptionalVolume("volume") ?? 0))
            );
        }

        return rows.GroupBy(row => row.Symbol, row => row.Close)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<DailyClose>)[.. group.OrderBy(close => close.Session)]);
    }

    private static WatchFile ReadWatch(string folder, ScenarioHeader header, HashSet<Symbol> symbols)
    {
        var name = header.Watch ?? "watch.json";
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return header.Watch is null
                ? new WatchFile([], symbols, [])
                : throw new InputFileException("scenario.json", header.WatchLine, $"the watch file '{name}' is not in the folder.");
        }

        var watch = WatchFileParser.Read(name, File.ReadAllText(path), symbols);
        return watch with { Symbols = symbols };
    }
}
