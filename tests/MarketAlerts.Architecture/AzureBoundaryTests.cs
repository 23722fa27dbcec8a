using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class AzureBoundaryTests
{
    private const string Worker = "Microsoft.Azure.Functions.Worker";
    private const string ServiceBus = "Azure.Messaging.ServiceBus";

    [Fact]
    public void Worker_IsTouchedOnlyByFunctionsAndLocalHost_WhenTheAssembliesAreRead() =>
        Rule.Holds($"{Worker} belongs to Functions; LocalHost may read its attributes.", Mentions(Worker, [Layers.Core, Layers.Adapters]));

    [Fact]
    public void LocalHost_UsesOnlyAttributesOfTheWorker_WhenItsMetadataIsRead()
    {
        var host = new BuiltAssembly(Layers.LocalHost);
        Rule.Holds(
            $"LocalHost reads the attributes of {Worker} and nothing else of it.",
            host.ForeignTypes()
                .Where(type => IsWithin(type, Worker) && !type.EndsWith("Attribute", StringComparison.Ordinal))
                .SelectMany(host.Mentions)
        );
    }

    [Fact]
    public void ServiceBus_IsTouchedOnlyByFunctions_WhenTheAssembliesAreRead() =>
        Rule.Holds(
            $"{ServiceBus} belongs to Functions: the publisher and the triggers live there.",
            Mentions(ServiceBus, [Layers.Core, Layers.Adapters, Layers.LocalHost])
        );

    [Fact]
    public void AzurePackages_AreReferencedOnlyByFunctions_WhenTheProjectFilesAreRead() =>
        Rule.Holds(
            $"Packages of {Worker} and {ServiceBus} are missing in partial mirrors, so only Functions may reference them.",
            from project in ProjectFile.Everywhere()
            where project.Name != Layers.Functions
            from package in project.PackageReferences
            where IsWithin(package.Name, Worker) || IsWithin(package.Name, ServiceBus)
            select $"{package.At} {package.Name}"
        );

    private static IEnumerable<string> Mentions(string dependency, string[] projects) =>
        from name in projects
        let assembly = new BuiltAssembly(name)
        from type in assembly.ForeignTypes()
        where IsWithin(type, dependency)
        from mention in assembly.Mentions(type)
        select mention;

    private static bool IsWithin(string name, string whole) => name == whole || name.StartsWith($"{whole}.", StringComparison.Ordinal);
}
