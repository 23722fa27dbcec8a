using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Messages;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Calendar;

/// <summary>Reads which dates the calendar covers and what the exchange announced beyond its rules.</summary>
public static class CalendarFile
{
    private const string BuiltIn = "MarketAlerts.Adapters.Calendar.market-calendar.json";

    /// <summary>Reads the configured document or file, or the built-in one.</summary>
    /// <exception cref="InputFileException">The file is missing, says something that is no date or time, or names a date that it does not
    /// cover.</exception>
    public static CalendarData Read(CalendarOptions options)
    {
        if (options.Document is { Length: > 0 } document)
        {
            return Read($"{CalendarOptions.Section}:{nameof(CalendarOptions.Document)}", document);
        }

        var name = options.File ?? "built-in market-calendar.json";
        try
        {
            return Read(name, options.File is { } file ? File.ReadAllText(file) : BuiltInText());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(name, failure);
        }
    }

    internal static CalendarData Read(string name, string json)
    {
        try
        {
            return Parse(json);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw Refusal(name, failure);
        }
    }

    private static InputFileException Refusal(string name, Exception failure) =>
        new(name, (failure as JsonReaderException)?.LineNumber ?? 1, $"not a market calendar: {failure.Message}", failure);

    private static CalendarData Parse(string json)
    {
        var document = StoredJson.Read<CalendarDocument>(json);
        var data = new CalendarData(
            Date(document.From),
            Date(document.To),
            document.Closed.ToDictionary(day => Date(day.Key), day => day.Value),
            document.OpenDespiteRule.Select(Date).ToHashSet(),
            document.EarlyCloses.ToDictionary(day => Date(day.Key), day => Time(day.Value))
        );
        return Objection(data) is { } objection ? throw new FormatException(objection) : data;
    }

    private static string? Objection(CalendarData data)
    {
        if (data.To < data.From)
        {
            return "'to' is before 'from'.";
        }

        var outside = data
            .Closed.Keys.Concat(data.OpenDespiteRule)
            .Concat(data.EarlyCloses.Keys)
            .Where(day => day < data.From || day > data.To)
            .Order()
            .ToArray();
        return outside is []
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{outside[0]:yyyy-MM-dd} is not between 'from' and 'to'.");
    }

    private static DateOnly Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"String '{text}' was not recognized as a valid DateOnly.");

    private static TimeOnly Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException($"String '{text}' was not recognized as a valid TimeOnly.");

    private static string BuiltInText()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream(BuiltIn)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// The file of the dates that the calendar covers and what the exchange announced beyond its rules; dates as <c>2025-01-09</c>, times of
/// New York as <c>13:00</c>.
/// </summary>
internal sealed record CalendarDocument(
    string From,
    string To,
    IReadOnlyDictionary<string, string> Closed,
    IReadOnlyList<string> OpenDespiteRule,
    IReadOnlyDictionary<string, string> EarlyCloses
);

/// <summary>
/// Refuses to start with a market calendar that cannot be read. One that does not cover today is read: then nothing is polled, which ops
/// hear of, and everything else works, such as the links in mails.
/// </summary>
public sealed class CalendarIsReadable : IValidateOptions<CalendarOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CalendarOptions options)
    {
        try
        {
            CalendarFile.Read(options);
            return ValidateOptionsResult.Success;
        }
        catch (InputFileException refusal)
        {
            return ValidateOptionsResult.Fail(refusal.Message); // With all else that is wrong.
        }
    }
}
