using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MarketAlerts.Architecture.Reading;

/// <summary>A project as the compiler left it, beside this test.</summary>
/// <param name="name">The name of the project.</param>
internal sealed class BuiltAssembly(string name)
{
    public string Name { get; } = name;

    public Assembly Assembly { get; } = Assembly.Load(new AssemblyName(name));

    public IEnumerable<string> References => Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    /// <summary>The full names of all types of other assemblies that it mentions, in bodies and attributes too.</summary>
    public IReadOnlyList<string> ForeignTypes()
    {
        using var file = new PEReader(File.OpenRead(Assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => FullName(metadata, type)).Distinct()];
    }

    /// <summary>Names the places in the sources of the project that mention a type; an attribute goes by its short name too.</summary>
    public IEnumerable<string> Mentions(string fullName)
    {
        var name = fullName[(fullName.LastIndexOf('.') + 1)..].Split('`')[0];
        var shortName = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
        var places = Sources
            .OfProject(Name)
            .SelectMany(file =>
                file.Syntax.DescendantTokens().Where(token => token.Text == name || token.Text == shortName).Select(file.At)
            )
            .Distinct()
            .Select(place => $"{place} {fullName}")
            .ToArray();
        return places.Length > 0 ? places : [$"functions/{Name}: {fullName} (named nowhere: the type of an expression)"];
    }

    private static string FullName(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
