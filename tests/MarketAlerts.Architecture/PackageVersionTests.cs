using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class PackageVersionTests
{
    private const string Central = "Directory.Packages.props";

    [Fact]
    public void Packages_HaveACentralVersion_WhenAProjectReferencesThem()
    {
        var versions = new ProjectFile(Repository.PathOf(Central))
            .CentralVersions.Where(package => package.Version != "")
            .Select(package => package.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Rule.Holds(
            $"Every package has its version in {Central}.",
            from project in ProjectFile.Everywhere()
            from package in project.PackageReferences
            where !versions.Contains(package.Name)
            select $"{package.At} {package.Name}"
        );
    }

    [Fact]
    public void Projects_GiveNoVersions_WhenTheyReferencePackages() =>
        Rule.Holds(
            $"Versions stand in {Central} and nowhere else.",
            from project in ProjectFile.Everywhere()
            from package in project.PackageReferences
            where package.Version != ""
            select $"{package.At} {package.Name} {package.Version}"
        );
}
