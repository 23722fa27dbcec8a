using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>
/// Finds the methods of a file: those with a body of either kind, constructors, operators, accessors with a block, local functions and
/// top-level statements.
/// </summary>
internal static class MethodBlocks
{
    public static IEnumerable<MethodBlock> Of(SourceFile file) =>
        Methods(file).Concat(Accessors(file)).Concat(LocalFunctions(file)).Concat(TopLevelStatements(file));

    private static IEnumerable<MethodBlock> Methods(SourceFile file) =>
        file.All<BaseMethodDeclarationSyntax>()
            .Where(method => method.Body is not null || method.ExpressionBody is not null)
            .Select(method => MethodBlock.From(file, NameOf(method), AfterAttributes(method, method.AttributeLists), method));

    private static IEnumerable<MethodBlock> Accessors(SourceFile file) =>
        file.All<AccessorDeclarationSyntax>()
            .Where(accessor => accessor.Body is not null)
            .Select(accessor =>
                MethodBlock.From(file, accessor.Keyword.Text, AfterAttributes(accessor, accessor.AttributeLists), accessor)
            );

    private static IEnumerable<MethodBlock> LocalFunctions(SourceFile file) =>
        file.All<LocalFunctionStatementSyntax>()
            .Select(local => MethodBlock.From(file, local.Identifier.Text, AfterAttributes(local, local.AttributeLists), local));

    private static IEnumerable<MethodBlock> TopLevelStatements(SourceFile file)
    {
        var statements = file.All<GlobalStatementSyntax>().ToArray();
        return statements.Length == 0
            ? []
            : [MethodBlock.From(file, "top-level statements", statements[0].GetFirstToken(), statements[^1])];
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax named => named.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            _ => "operator",
        };

    private static SyntaxToken AfterAttributes(SyntaxNode member, SyntaxList<AttributeListSyntax> attributes) =>
        attributes.Count == 0 ? member.GetFirstToken() : attributes[^1].GetLastToken().GetNextToken();
}
