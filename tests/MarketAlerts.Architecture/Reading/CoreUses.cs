using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Which types of Core use which others, as the compiler understands its sources.</summary>
internal static class CoreUses
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<IReadOnlyList<Use>> Found = new(Find);

    /// <summary>Each use of a type of Core by another one, at its first place.</summary>
    public static IReadOnlyList<Use> All => Found.Value;

    private static IReadOnlyList<Use> Find()
    {
        var files = Sources.OfProject(Layers.Core).ToDictionary(file => file.Syntax.SyntaxTree);
        var compilation = CSharpCompilation.Create(
            Layers.Core,
            files.Keys.Append(new SourceFile("", ImplicitUsings).Syntax.SyntaxTree),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        return
        [
            .. from tree in files.Keys
            let model = compilation.GetSemanticModel(tree)
            from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            where !name.Ancestors().Any(above => above is UsingDirectiveSyntax)
            let used = TypeOf(model.GetSymbolInfo(name).Symbol)
            where used is not null && SymbolEqualityComparer.Default.Equals(used.ContainingAssembly, compilation.Assembly)
            let user = name.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault()
            where user is not null
            select new Use(
                NamespaceOf(user),
                user.Identifier.Text,
                used.ContainingNamespace.ToDisplayString(),
                used.Name,
                files[tree].At(name)
            ),
        ];
    }

    private static IEnumerable<MetadataReference> References() =>
        Directory
            .EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            .Where(path => Path.GetFileNameWithoutExtension(path) != Layers.Core)
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }

    private static string NamespaceOf(SyntaxNode node) =>
        node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString();

    /// <summary>A use of one type by another.</summary>
    internal sealed record Use(string UserNamespace, string User, string UsedNamespace, string Used, string At);
}
