using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>What a parameter file deploys, from its snapshot.</summary>
internal sealed class Deployment
{
    private Deployment(string name)
    {
        Name = name;
        var snapshot = JObject.Parse(File.ReadAllText(BicepTool.FileOf(name, "snapshot.json")));
        Resources = [.. snapshot["predictedResources"]!.Cast<JObject>()];
        Outputs = snapshot["outputs"]?.ToString() ?? "";
    }

    /// <summary>For a try, without zones.</summary>
    public static Deployment Dev { get; } = new("dev");

    /// <summary>For real.</summary>
    public static Deployment Prod { get; } = new("prod");

    /// <summary>
    /// With everything that those two leave out: an operator, private networking, a mail domain, keys of providers. Nobody deploys it.
    /// </summary>
    public static Deployment Full { get; } = new("full");

    /// <summary>What the workflow's identities may in a group. It is deployed by itself, by hand.</summary>
    public static Deployment Access { get; } = new("access");

    /// <summary>All of them, but for that.</summary>
    public static IReadOnlyList<Deployment> All { get; } = [Dev, Prod, Full];

    /// <summary>Its name, as that of its files.</summary>
    public string Name { get; }

    /// <summary>What it tells whoever deployed it, as text.</summary>
    public string Outputs { get; }

    /// <summary>Every resource.</summary>
    public IReadOnlyList<JObject> Resources { get; }

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Only("Microsoft.Web/sites/config")["properties"]!.ToObject<Dictionary<string, string>>()!;

    /// <summary>The resources of a type.</summary>
    public IEnumerable<JObject> Of(string type) => Resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>The one resource of a type.</summary>
    public JObject Only(string type) => Of(type).ShouldHaveSingleItem();

    /// <summary>The last parts of the names of a type's resources.</summary>
    public IEnumerable<string> NamesOf(string type) => Of(type).Select(resource => ((string)resource["name"]!).Split('/')[^1]);
}
