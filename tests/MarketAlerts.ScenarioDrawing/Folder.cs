using System.Globalization;

namespace MarketAlerts.ScenarioDrawing;

/// <summary>Where a day's figures are read and where its drawn files are written.</summary>
/// <param name="Source">The folder with the figures.</param>
/// <param name="Target">The folder for quotes, history and events.</param>
public sealed record Folder(string Source, string Target)
{
    internal IEnumerable<string[]> Read(string file) => Csv.Read(Path.Combine(Source, file));

    internal void WriteQuotes(IEnumerable<QuoteRow> rows) =>
        Write("quotes.csv", "time_utc,symbol,last,open,high,low,previous_close,volume", rows.Select(row => row.ToCsv()));

    /// <summary>Quotes of which some reach the subscriber after their market time: a ninth column says when; empty is at once.</summary>
    internal void WriteQuotesWithArrival(IEnumerable<QuoteRow> rows, Func<QuoteRow, DateTime?> arrival) =>
        Write(
            "quotes.csv",
            "time_utc,symbol,last,open,high,low,previous_close,volume,arrives_utc",
            rows.Select(row => $"{row.ToCsv()},{(arrival(row) is { } time ? Csv.Time(time) : "")}")
        );

    internal void WriteHistory(string[] days, IReadOnlyList<Past> pasts) =>
        Write(
            "history.csv",
            "date,symbol,close,volume",
            days.SelectMany(
                (day, i) =>
                    pasts.Select(past =>
                        string.Create(CultureInfo.InvariantCulture, $"{day},{past.Symbol},{Csv.Price(past.Closes[i])},{past.Volumes[i]}")
                    )
            )
        );

    internal void WriteEvents(IEnumerable<EventRow> rows) =>
        Write("events.csv", "time_utc,symbol,kind,value", rows.Select(row => $"{row.Time},{row.Symbol},{row.Kind},{row.Value}"));

    private void Write(string file, string header, IEnumerable<string> rows)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, file), string.Join('\n', [header, .. rows, string.Empty]));
    }
}
