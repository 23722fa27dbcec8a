using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using Sylvan.Data.Csv;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>A CSV file of a scenario, read row by row; every refusal names file and line.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int MostColumns = 100;
    private static readonly CsvDataReaderOptions Options = new() { Delimiter = ',' };

    private readonly CsvDataReader _reader;
    private readonly string _name;
    private readonly Dictionary<string, int> _columns;

    private CsvFile(string name, CsvDataReader reader, Dictionary<string, int> columns)
    {
        _name = name;
        _reader = reader;
        _columns = columns;
    }

    public static CsvFile Open(string path, params string[] columns)
    {
        var name = Path.GetFileName(path);
        try
        {
            CheckHeader(name, path);
            var reader = CsvDataReader.Create(path, Options);
            var found = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, index => index);
            var missing = columns.Where(column => !found.ContainsKey(column)).ToArray();
            return missing.Length is 0
                ? new CsvFile(name, reader, found)
                : throw new InputFileException(
                    name,
                    1,
                    $"missing column {string.Join(", ", missing)}; the header is {string.Join(',', columns)}."
                );
        }
        catch (Exception failure) when (failure is IOException or CsvFormatException or ArgumentException)
        {
            throw new InputFileException(name, 1, $"cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Each column of a header costs far more than its letters.</summary>
    private static void CheckHeader(string name, string path)
    {
        var header = File.ReadLines(path).FirstOrDefault(line => line is not "") ?? "";
        if (header.Count(letter => letter is ',') >= MostColumns)
        {
            throw new InputFileException(name, 1, $"more than {MostColumns} columns.");
        }
    }

    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException broken)
        {
            throw new InputFileException(_name, _reader.RowNumber + 1, "not a CSV row.", broken);
        }
    }

    public InputFileException Refuse(string problem) => new(_name, Math.Max(1, _reader.RowNumber + 1), problem);

    public DateTimeOffset Time(string column) =>
        DateTimeOffset.TryParse(
            Text(column),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : throw Refuse($"{column} '{Text(column)}' is no time such as 2025-01-27T14:30:00Z.");

    /// <summary>A time in a column that the file may lack, null when there is none.</summary>
    public DateTimeOffset? OptionalTime(string column) => _columns.ContainsKey(column) && Text(column).Length > 0 ? Time(column) : null;

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refuse($"{column} '{Text(column)}' is no date such as 2025-01-24.");

    public Symbol Symbol(string column) =>
        Core.Market.Symbol.TryParse(Text(column), out var symbol) ? symbol : throw Refuse($"'{Text(column)}' is not a symbol.");

    public double Price(string column) => OptionalPrice(column) ?? throw Refuse($"{column} is empty.");

    public double? OptionalPrice(string column)
    {
        if (Text(column).Length is 0)
        {
            return null;
        }

        return
            double.TryParse(
                Text(column),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var price
            )
            && price > 0
            ? price
            : throw Refuse($"{column} '{Text(column)}' is no price above zero.");
    }

    public long? OptionalVolume(string column)
    {
        if (Text(column).Length is 0)
        {
            return null;
        }

        return long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var volume)
            ? volume
            : throw Refuse($"{column} '{Text(column)}' is no whole number of shares.");
    }

    /// <summary>A text in a column that the file may lack, empty when there is none.</summary>
    public string OptionalText(string column) => _columns.ContainsKey(column) ? Text(column) : "";

    public void Dispose() => _reader.Dispose();

    public string Text(string column) => _columns[column] < _reader.RowFieldCount ? _reader.GetString(_columns[column]).Trim() : "";
}
