using MarketAlerts.Adapters.WatchFiles;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// Reads the <c>Values</c> of a <c>local.settings.json</c>, where developers keep keys beside the repository's files; git ignores it.
/// </summary>
internal static class LocalSettings
{
    internal const string Name = "local.settings.json";

    /// <summary>The settings in a folder, with colons as .NET names them; none without the file.</summary>
    /// <exception cref="InputFileException">It is no such file; the message never tells a value.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return new Dictionary<string, string?>();
        }

        var json = new JsonDocumentParser(Name);
        var root = json.Parse(File.ReadAllText(path));
        return root["Values"] switch
        {
            null => new Dictionary<string, string?>(),
            JObject values => values
                .Properties()
                .ToDictionary(
                    setting => setting.Name.Replace("__", ":", StringComparison.Ordinal),
                    setting => TextOf(json, setting),
                    StringComparer.OrdinalIgnoreCase
                ),
            { } other => throw json.Refuse(other, "'Values' is an object of settings."),
        };
    }

    private static string? TextOf(JsonDocumentParser json, JProperty setting) =>
        setting.Value is JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Boolean } value
            ? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)
            : throw json.Refuse(setting.Value, $"'{setting.Name}' is a text.");
}
