using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads the intraday volume curve.</summary>
public static class VolumeCurveFile
{
    private const int MinutesOfADay = 1_440;
    private const string BuiltIn = "MarketAlerts.Adapters.Quotes.volume-curve.json";

    /// <summary>Reads the configured file, or the built-in one.</summary>
    /// <exception cref="InputFileException">The file is missing, or no curve: one that starts at minute 0, ends within a day, and rises
    /// from above 0 to at most 1.</exception>
    public static VolumeCurve Read(VolumeOptions options)
    {
        var name = options.CurveFile ?? "built-in volume-curve.json";
        try
        {
            return Read(name, options.CurveFile is { } file ? File.ReadAllText(file) : BuiltInText());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(name, failure);
        }
    }

    internal static VolumeCurve Read(string name, string json)
    {
        try
        {
            var document = StoredJson.Read<VolumeCurveDocument>(json);
            return new VolumeCurve(Points(document.Regular), Points(document.HalfDay));
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw Refusal(name, failure);
        }
    }

    private static InputFileException Refusal(string name, Exception failure) =>
        new(name, (failure as JsonReaderException)?.LineNumber ?? 1, $"not a volume curve: {failure.Message}", failure);

    private static (int Minute, double Share)[] Points(IReadOnlyDictionary<int, double> shares)
    {
        var points = shares.OrderBy(point => point.Key).Select(point => (point.Key, point.Value)).ToArray();
        var rises = points.Zip(points.Skip(1)).All(pair => pair.First.Value < pair.Second.Value);
        return points is [(0, > 0), .., (<= MinutesOfADay, <= 1)] && rises
            ? points
            : throw new FormatException("a curve starts at minute 0, ends within a day, and rises from above 0 to at most 1.");
    }

    private static string BuiltInText()
    {
        using var stream = typeof(VolumeCurveFile).Assembly.GetManifestResourceStream(BuiltIn)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// The file of the intraday volume curve: where it comes from, and shares of a usual session's volume by minutes after the open.
/// </summary>
internal sealed record VolumeCurveDocument(
    string Source,
    IReadOnlyDictionary<int, double> Regular,
    IReadOnlyDictionary<int, double> HalfDay
);

/// <summary>Where the intraday volume curve is; section <c>Volume</c> of the settings.</summary>
public sealed class VolumeOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Volume";

    /// <summary>A file that replaces the built-in curve, or null for that.</summary>
    /// <value>null</value>
    public string? CurveFile { get; set; }
}
