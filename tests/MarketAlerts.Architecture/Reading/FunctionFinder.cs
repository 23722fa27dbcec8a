using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Finds the functions of the app by their attribute.</summary>
internal static class FunctionFinder
{
    public const string Project = "MarketAlerts.Functions";

    /// <summary>All functions of the app.</summary>
    public static Function[] All()
    {
        var functions = In(Sources.OfProject(Project)).ToArray();
        functions.ShouldNotBeEmpty($"No method with a [Function] attribute in functions/{Project}: nothing would run.");
        return functions;
    }

    public static IEnumerable<Function> In(IEnumerable<SourceFile> files) =>
        from file in files
        from method in file.All<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where LastNameOf(attribute.Name) is "Function" or "FunctionAttribute"
        select new Function(NameIn(attribute), file, method.FirstAncestorOrSelf<TypeDeclarationSyntax>()!, method);

    private static string NameIn(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } call => call
                .ArgumentList.Arguments[0]
                .Expression.GetLastToken()
                .Text,
            _ => "",
        };

    private static string LastNameOf(NameSyntax name) => name.GetLastToken().Text;
}
