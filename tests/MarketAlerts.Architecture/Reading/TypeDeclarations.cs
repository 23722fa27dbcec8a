using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>What the syntax of a type says.</summary>
internal static class TypeDeclarations
{
    public static SyntaxToken NameOf(MemberDeclarationSyntax type) =>
        type switch
        {
            BaseTypeDeclarationSyntax declared => declared.Identifier,
            DelegateDeclarationSyntax declared => declared.Identifier,
            _ => throw new ArgumentException($"{type.GetType().Name} is no type.", nameof(type)),
        };
}
