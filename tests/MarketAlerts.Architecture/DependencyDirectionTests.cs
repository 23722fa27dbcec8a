using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class DependencyDirectionTests
{
    private const string Direction = "References go LocalHost -> Functions -> Adapters -> Core.";

    [Fact]
    public void ProjectReferences_PointDown_WhenReadFromTheProjectFiles() =>
        Rule.Holds(
            Direction,
            from project in ProjectFile.In("functions")
            from reference in project.ProjectReferences
            where !Layers.Allow(project.Name, reference.Name)
            select $"{reference.At} {project.Name} -> {reference.Name}"
        );

    [Fact]
    public void AssemblyReferences_PointDown_WhenReadFromTheAssemblies() =>
        Rule.Holds(
            Direction,
            from name in Layers.Own
            from reference in new BuiltAssembly(name).References
            where reference.StartsWith("MarketAlerts.", StringComparison.Ordinal) && !Layers.Allow(name, reference)
            select $"{name}.dll -> {reference}.dll"
        );

    [Fact]
    public void Projects_HaveALayer_WhenTheyAreInFunctions() =>
        ProjectFile
            .In("functions")
            .Select(project => project.Name)
            .ShouldBe(Layers.Own, ignoreOrder: true, "A new project needs a place in Layers.cs and in ARCHITECTURE.md.");
}
