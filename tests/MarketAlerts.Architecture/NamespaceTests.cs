using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

public sealed class NamespaceTests
{
    private const string Metrics = "MarketAlerts.Core.Metrics";

    [Fact]
    public void Namespaces_FollowFolders_WhenTheCodeIsOurOwn() =>
        Rule.Holds(
            $"A namespace is the path of its folder; only the folders of the metrics share {Metrics}.",
            from file in Sources.OwnFunctions
            from space in file.All<BaseNamespaceDeclarationSyntax>()
            where space.Name.ToString() != NamespaceOf(file)
            select $"{file.At(space)} {space.Name}, expected {NamespaceOf(file)}"
        );

    [Fact]
    public void Types_HaveANamespace_WhenTheCodeIsOurOwn() =>
        Rule.Holds(
            "A type has a namespace; only Program may go without.",
            from file in Sources.OwnFunctions
            where file.Name != "Program" && !file.All<BaseNamespaceDeclarationSyntax>().Any()
            from type in file.TopLevelTypes.Select(TypeDeclarations.NameOf)
            select $"{file.At(type)} {type.Text}"
        );

    private static string NamespaceOf(SourceFile file)
    {
        var path = file.Folder["functions/".Length..].Replace('/', '.');
        return path.StartsWith($"{Metrics}.", StringComparison.Ordinal) ? Metrics : path;
    }
}
