using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

public sealed class SealedTests
{
    [Fact]
    public void Classes_AreSealedStaticOrAbstract_WhenTheyAreOurOwn() =>
        Rule.Holds(
            "Classes and records are sealed, static or abstract.",
            from file in Sources.OwnFunctions.Concat(Sources.Tests)
            from type in file.All<TypeDeclarationSyntax>()
            where IsClass(type) && !IsClosed(type)
            select $"{file.At(type.Identifier)} {type.Identifier.Text}"
        );

    private static bool IsClass(TypeDeclarationSyntax type) =>
        type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration);

    private static bool IsClosed(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.SealedKeyword)
        || type.Modifiers.Any(SyntaxKind.StaticKeyword)
        || type.Modifiers.Any(SyntaxKind.AbstractKeyword);
}
