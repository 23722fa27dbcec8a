using System.Xml;
using System.Xml.Linq;

namespace MarketAlerts.Architecture.Reading;

/// <summary>A project or props file, and what it references.</summary>
/// <param name="path">Its full path.</param>
internal sealed class ProjectFile(string path)
{
    private readonly XElement _root = XDocument.Parse(File.ReadAllText(path), LoadOptions.SetLineInfo).Root!;

    public string RelativePath { get; } = Repository.RelativePath(path);

    public string Name => Path.GetFileNameWithoutExtension(RelativePath);

    /// <summary>The names of the projects it references.</summary>
    public IEnumerable<Reference> ProjectReferences =>
        References("ProjectReference")
            .Select(found => found with { Name = Path.GetFileNameWithoutExtension(found.Name.Replace('\\', '/')) });

    public IEnumerable<Reference> PackageReferences => References("PackageReference");

    public IEnumerable<Reference> CentralVersions => References("PackageVersion");

    public static IEnumerable<ProjectFile> In(string folder) => Repository.Files(folder, ".csproj").Select(path => new ProjectFile(path));

    /// <summary>Every project, and the props files that give packages to all of them.</summary>
    public static IEnumerable<ProjectFile> Everywhere() => Repository.Files("", ".csproj", ".props").Select(path => new ProjectFile(path));

    private IEnumerable<Reference> References(string element) =>
        from item in _root.Descendants(element)
        let include = item.Attribute("Include")?.Value ?? item.Attribute("Update")?.Value ?? ""
        select new Reference(include, $"{RelativePath}:{((IXmlLineInfo)item).LineNumber}", VersionOf(item));

    private static string VersionOf(XElement item) =>
        new[] { "Version", "VersionOverride" }
            .Select(name => item.Attribute(name)?.Value ?? item.Element(name)?.Value)
            .FirstOrDefault(version => version is not null)
        ?? "";
}
