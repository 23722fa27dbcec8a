using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Walks a JSON file that a person wrote; every refusal names the line.</summary>
/// <param name="file">Its name, for the refusals.</param>
public sealed class JsonDocumentParser(string file)
{
    private const int DeepestNesting = 16;

    /// <summary>Reads the whole text; its top is an object.</summary>
    public JObject Parse(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json))
            {
                MaxDepth = DeepestNesting,
                DateParseHandling = DateParseHandling.None,
            };
            var settings = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
            var root = JToken.ReadFrom(reader, settings);
            return root as JObject ?? throw Refuse(root, "expected an object at the top.");
        }
        catch (JsonReaderException broken)
        {
            throw new InputFileException(file, Math.Max(1, broken.LineNumber), "not valid JSON here.", broken);
        }
    }

    /// <summary>The refusal of a value, naming its line.</summary>
    public InputFileException Refuse(JToken token, string problem) =>
        new(file, token is IJsonLineInfo info && info.HasLineInfo() ? info.LineNumber : 1, problem);

    /// <summary>Refuses keys that nobody reads: a misspelt key must not be lost in silence.</summary>
    public void OnlyKeys(JObject value, params string[] known)
    {
        foreach (var property in value.Properties())
        {
            if (!known.Contains(property.Name))
            {
                throw Refuse(property, $"unknown key '{property.Name}'; known here: {string.Join(", ", known)}.");
            }
        }
    }

    /// <summary>The objects of a list; none when the key is missing.</summary>
    public IEnumerable<JObject> Objects(JObject parent, string key) =>
        Items(parent, key).Select(item => item as JObject ?? throw Refuse(item, $"every entry of '{key}' is an object."));

    /// <summary>The texts of a list; none when the key is missing.</summary>
    public IReadOnlyList<(string Text, JToken Token)> Texts(JObject parent, string key) =>
        [
            .. Items(parent, key)
                .Select(item =>
                    item.Type is JTokenType.String
                        ? (item.Value<string>()!, item)
                        : throw Refuse(item, $"every entry of '{key}' is a text.")
                ),
        ];

    /// <summary>A text that has to be there.</summary>
    public (string Text, JToken Token) Text(JObject parent, string key) =>
        OptionalText(parent, key) ?? throw Refuse(parent, $"'{key}' is missing.");

    /// <summary>A text, or null when the key is missing.</summary>
    public (string Text, JToken Token)? OptionalText(JObject parent, string key) =>
        parent[key] switch
        {
            null => null,
            { Type: JTokenType.String } token => (token.Value<string>()!, token),
            { } token => throw Refuse(token, $"'{key}' is a text."),
        };

    /// <summary>A list; an empty one when the key is missing.</summary>
    public JArray Items(JObject parent, string key) =>
        parent[key] switch
        {
            null => new JArray(),
            JArray array => array,
            { } token => throw Refuse(token, $"'{key}' is a list."),
        };
}

/// <summary>A file that somebody wrote and that cannot be used: says which file, which line and what would be right.</summary>
public sealed class InputFileException : Exception
{
    /// <summary>Names the file, the line (from 1) and the problem.</summary>
    public InputFileException(string file, int line, string problem, Exception? inner = null)
        : base($"{file}, line {line}: {problem}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, as it was given.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
