using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>One method with a <c>[Function]</c> attribute.</summary>
/// <param name="Name">The name in the attribute; empty if it is neither a literal nor a <c>nameof</c>.</param>
/// <param name="File">Where it is declared.</param>
/// <param name="Class">The type that holds it.</param>
/// <param name="Method">The method.</param>
internal sealed record Function(string Name, SourceFile File, TypeDeclarationSyntax Class, MethodDeclarationSyntax Method)
{
    public string ClassName => Class.Identifier.Text;

    public string At => File.At(Method.Identifier);
}
