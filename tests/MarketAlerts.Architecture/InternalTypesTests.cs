using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

/// <summary>A type of an application is public where another project of it uses it, or shows it in what that one uses.</summary>
public sealed class InternalTypesTests
{
    private static readonly string[] Projects = [Layers.Core, Layers.Adapters, Layers.Functions, Layers.LocalHost];

    [Fact]
    public void Types_AreInternal_UnlessAnotherProjectUsesThem() =>
        Rule.Holds(
            "This type is used by its own project alone: make it internal.",
            from project in Projects
            let types = PublicTypesOf(project)
            let shown = ShownBy(types, [.. NamesInOthers(project), .. NamesInTests])
            from type in types
            where !shown.Contains(type.Name)
            select $"{type.At} {type.Name}"
        );

    /// <summary>What the parameters of tests are of, which have to be public.</summary>
    private static IEnumerable<string> NamesInTests =>
        from file in Sources.Tests
        from parameters in file.All<ParameterListSyntax>()
        from name in parameters.DescendantNodes().OfType<SimpleNameSyntax>()
        select name.Identifier.Text;

    private static IReadOnlyList<PublicType> PublicTypesOf(string project) =>
        [
            .. from file in Sources.OfProject(project)
            where !file.Folder.EndsWith("/StandIn", StringComparison.Ordinal)
            from type in file.TopLevelTypes
            where type.Modifiers.Any(SyntaxKind.PublicKeyword)
            let name = TypeDeclarations.NameOf(type)
            select new PublicType(name.Text, file.At(name), SignatureOf(type), ExtensionsOf(type)) { IsFunction = IsFunction(type) },
        ];

    /// <summary>Functions are found by the worker.</summary>
    private static bool IsFunction(MemberDeclarationSyntax type) =>
        type.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() is "Function");

    private static HashSet<string> ExtensionsOf(MemberDeclarationSyntax type) =>
        [
            .. type.DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(method => method.ParameterList.Parameters is [{ Modifiers: [{ RawKind: (int)SyntaxKind.ThisKeyword }, ..] }, ..])
                .Select(method => method.Identifier.Text),
        ];

    private static HashSet<string> NamesInOthers(string project) =>
        [
            .. from other in Projects
            where other != project
            from file in Sources.OfProject(other)
            from name in file.All<SimpleNameSyntax>()
            select name.Identifier.Text,
        ];

    /// <summary>The types that others name, and those that these show in turn.</summary>
    private static HashSet<string> ShownBy(IReadOnlyList<PublicType> types, HashSet<string> named)
    {
        var byName = types.ToLookup(type => type.Name);
        var shown = new HashSet<string>();
        var left = new Queue<PublicType>(
            types.Where(type => type.IsFunction || named.Contains(type.Name) || named.Overlaps(type.Extensions))
        );
        while (left.TryDequeue(out var next))
        {
            if (shown.Add(next.Name))
            {
                next.Signature.SelectMany(name => byName[name]).ToList().ForEach(left.Enqueue);
            }
        }

        return shown;
    }

    /// <summary>The names in what a type shows: its bases, its parameters and its public members, without what they do.</summary>
    private static HashSet<string> SignatureOf(MemberDeclarationSyntax type) =>
        [
            .. type.DescendantNodes(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax))
                .OfType<SimpleNameSyntax>()
                .Where(name => !IsHidden(name, type))
                .Select(name => name.Identifier.Text),
        ];

    private static bool IsHidden(SyntaxNode name, MemberDeclarationSyntax type) =>
        type is not InterfaceDeclarationSyntax
        && name.Ancestors()
            .TakeWhile(above => above != type)
            .OfType<MemberDeclarationSyntax>()
            .Any(member => !member.Modifiers.Any(SyntaxKind.PublicKeyword) && member is not EnumMemberDeclarationSyntax);

    /// <param name="Name">Its name.</param>
    /// <param name="At">Where it is declared.</param>
    /// <param name="Signature">The names in what it shows.</param>
    /// <param name="Extensions">A class of extensions is used by the names of its methods.</param>
    private sealed record PublicType(string Name, string At, HashSet<string> Signature, HashSet<string> Extensions)
    {
        public bool IsFunction { get; init; }
    }
}
