using MarketAlerts.EndToEnd.Running;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>
/// What the host is told of the functions: by the file that is published, which Azure's scaling reads, and by the worker itself.
/// </summary>
public sealed class WorkerMetadataTests(LoadedWorker worker) : IClassFixture<LoadedWorker>
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "MarketAlerts.EndToEnd", "Worker", "functions.metadata");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// With a package of the trigger's name and public surface the Functions SDK generated the same as with the stand-in, to the letter
    /// (docs/verified.md): whichever of them this was built with, it is this file.
    /// </summary>
    [Fact]
    public async Task GeneratedMetadata_IsThatOfTheKeptFile()
    {
        var generated = await File.ReadAllTextAsync(Path.Combine(await WorkerApp.FolderAsync(Token), "functions.metadata"), Token);

        generated.ReplaceLineEndings("\n").Trim().ShouldBe((await File.ReadAllTextAsync(Kept, Token)).ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Worker_TellsTheSameFunctions_AsTheFile()
    {
        var told = worker
            .Host.Functions.Values.Select(WorkerBinding.Of)
            .ToDictionary(binding => binding.Function, binding => Essence(binding.Trigger));
        var kept = JArray
            .Parse(await File.ReadAllTextAsync(Kept, Token))
            .Cast<JObject>()
            .ToDictionary(function => (string)function["name"]!, function => Essence((JObject)function["bindings"]![0]!));

        told.OrderBy(pair => pair.Key).ShouldBe(kept.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Worker_TakesTheQueuesThatAreDeployed_ByTheConnectionThatIsSet()
    {
        var snapshot = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "prod.snapshot.json"), Token));
        var deployed = snapshot["predictedResources"]!
            .Where(resource => (string)resource["type"]! == "Microsoft.ServiceBus/namespaces/queues")
            .Select(resource => ((string)resource["name"]!).Split('/')[^1]);
        var settings = snapshot["predictedResources"]!.Single(resource => (string)resource["type"]! == "Microsoft.Web/sites/config")[
            "properties"
        ]!;
        var queues = worker.Host.Functions.Values.Select(WorkerBinding.Of).Where(binding => binding.Queue is not null).ToArray();

        queues.Select(binding => binding.Queue!).ShouldBe(deployed, ignoreOrder: true);
        queues.ShouldAllBe(binding => settings[$"{(string)binding.Trigger["connection"]!}__fullyQualifiedNamespace"] != null);
        queues.ShouldAllBe(binding => (string?)binding.Trigger["cardinality"] == "One");
    }

    [Fact]
    public void Worker_LetsEverybodyIn_WhereTheLinkIsThePermission()
    {
        var routes = worker.Host.Functions.Values.Select(WorkerBinding.Of).Where(binding => binding.Route is not null).ToArray();

        routes
            .Select(binding => (binding.Route!, (string)binding.Trigger["authLevel"]!))
            .ShouldBe([("action", "Anonymous"), ("health", "Anonymous"), ("unsubscribe", "Anonymous")], ignoreOrder: true);
    }

    /// <summary>The two generators of the Functions SDK write the same in other words: capitals, and properties that are empty.</summary>
    private static string Essence(JObject trigger) =>
        string.Join(
                ", ",
                trigger
                    .Properties()
                    .Where(property => property.Name is not ("properties" or "direction"))
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => $"{property.Name}: {property.Value.ToString(Newtonsoft.Json.Formatting.None)}")
            )
            .ToUpperInvariant();
}
