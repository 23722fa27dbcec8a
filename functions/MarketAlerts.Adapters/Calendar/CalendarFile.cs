using System.Globalization;
using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Messages;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Calendar;

/// <summary>Reads what the exchange announced beyond its rules.</summary>
public static class CalendarFile
{
    private const string BuiltIn = "MarketAlerts.Adapters.Calendar.market-calendar.json";

    /// <summary>Reads the configured file, or the built-in one.</summary>
    /// <exception cref="InputFileException">The file is missing or says something that is no date or time.</exception>
    public static CalendarData Read(CalendarOptions options)
    {
        var name = options.File ?? "built-in market-calendar.json";
        try
        {
            return Parse(options.File is { } file ? File.ReadAllText(file) : BuiltInText());
        }
        catch (Exception failure) when (failure is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputFileException(name, (failure as JsonReaderException)?.LineNumber ?? 1, $"not a market calendar: {failure.Message}", failure);
        }
    }

    private static CalendarData Parse(string json)
    {
        var document = StoredJson.Read<CalendarDocument>(json);
        return new CalendarData(
            document.Closed.ToDictionary(day => Date(day.Key), day => day.Value),
            document.OpenDespiteRule.Select(Date).ToHashSet(),
            document.EarlyCloses.ToDictionary(day => Date(day.Key), day => TimeOnly.ParseExact(day.Value, "HH:mm", CultureInfo.InvariantCulture)));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string BuiltInText()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream(BuiltIn)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
