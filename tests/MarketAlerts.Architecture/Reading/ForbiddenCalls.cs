using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Finds uses of a member of a type by their syntax, such as <c>DateTime.Now</c> or <c>System.DateTime.Now</c>.</summary>
internal static class ForbiddenCalls
{
    public static IEnumerable<string> In(IEnumerable<SourceFile> files, params string[] members) =>
        from file in files
        from access in file.All<MemberAccessExpressionSyntax>()
        let member = $"{LastNameOf(access.Expression)}.{access.Name.Identifier.Text}"
        where members.Contains(member, StringComparer.Ordinal)
        select $"{file.At(access.Name)} {member}";

    private static string LastNameOf(ExpressionSyntax expression) =>
        expression switch
        {
            SimpleNameSyntax name => name.Identifier.Text,
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.Text,
            _ => "",
        };
}
