using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>What a parameter file deploys, from its snapshot.</summary>
internal sealed class Deployment
{
    private Deployment(string name) => Resources = [.. JObject.Parse(File.ReadAllText(Path.Combine(BicepTool.Folder, $"{name}.snapshot.json")))["predictedResources"]!.Cast<JObject>()];

    /// <summary>For a try, without zones.</summary>
    public static Deployment Dev { get; } = new("dev");

    /// <summary>For real.</summary>
    public static Deployment Prod { get; } = new("prod");

    /// <summary>Both.</summary>
    public static IReadOnlyList<Deployment> All { get; } = [Dev, Prod];

    /// <summary>Every resource.</summary>
    public IReadOnlyList<JObject> Resources { get; }

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string> Settings => Only("Microsoft.Web/sites/config")["properties"]!.ToObject<Dictionary<string, string>>()!;

    /// <summary>The resources of a type.</summary>
    public IEnumerable<JObject> Of(string type) => Resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>The one resource of a type.</summary>
    public JObject Only(string type) => Of(type).ShouldHaveSingleItem();

    /// <summary>The last parts of the names of a type's resources.</summary>
    public IEnumerable<string> NamesOf(string type) => Of(type).Select(resource => ((string)resource["name"]!).Split('/')[^1]);
}
