using System.Text.RegularExpressions;
using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

/// <summary>A rule, a target and a symbol are parsed where they come in, and are types from there on.</summary>
public sealed partial class TypedSignaturesTests
{
    private static readonly HashSet<string> Things = ["rule", "rules", "target", "targets", "symbol", "symbols", "ticker", "tickers"];

    private const string Messages = "functions/MarketAlerts.Core/Messages/";

    [Fact]
    public void Core_CarriesRulesTargetsAndSymbolsAsTypes_OutsideOfItsMessages() =>
        Rule.Holds(
            "A rule, target or symbol in a signature of Core is a Rule, Target or Symbol; text is parsed at the edge.",
            from file in Sources.OfProject(Layers.Core)
            where !file.RelativePath.StartsWith(Messages, StringComparison.Ordinal)
            from offender in TextsIn(file)
            select offender
        );

    [Theory]
    [InlineData("class A { void B(string rule) { } }", true)]
    [InlineData("record A(IReadOnlyList<string> Symbols);", true)]
    [InlineData("class A { Dictionary<string, int> byTarget; }", true)]
    [InlineData("class A { (string OldRule, int B) C() => default; }", true)]
    [InlineData("class A { static string SymbolOf(int row) => \"\"; }", true)]
    [InlineData("class A { void B(Rule rule, string text) { } }", false)]
    [InlineData("record A(IReadOnlyDictionary<Symbol, string> Symbols);", false)]
    [InlineData("class A { IGrouping<string, Symbol> Symbols; }", false)]
    public void TextsIn_FindsATextThatIsARuleTargetOrSymbol(string code, bool found) =>
        Assert.Equal(found, TextsIn(new SourceFile("a.cs", code)).Any());

    private static IEnumerable<string> TextsIn(SourceFile file) =>
        from node in file.Syntax.DescendantNodes()
        from declared in Declared(node)
        where Things.Contains(LastWord().Match(declared.Name).Value.Trim('_').ToLowerInvariant()) && IsText(declared.Type)
        select $"{file.At(node)} {declared.Type} {declared.Name}";

    private static IEnumerable<(string Name, TypeSyntax? Type)> Declared(SyntaxNode node) =>
        node switch
        {
            ParameterSyntax parameter when node.Parent?.Parent is not LambdaExpressionSyntax =>
            [
                (parameter.Identifier.Text, parameter.Type),
            ],
            PropertyDeclarationSyntax property => [(property.Identifier.Text, property.Type)],
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(one =>
                (one.Identifier.Text, (TypeSyntax?)field.Declaration.Type)
            ),
            TupleElementSyntax element => [(element.Identifier.Text, element.Type)],
            MethodDeclarationSyntax method => [(MadeOf().Replace(method.Identifier.Text, ""), method.ReturnType)],
            _ => [],
        };

    /// <summary>Text, a collection of texts, or something kept by them; what is kept by a text may be anything.</summary>
    private static bool IsText(TypeSyntax? type) =>
        type switch
        {
            PredefinedTypeSyntax predefined => predefined.Keyword.Text is "string",
            NullableTypeSyntax nullable => IsText(nullable.ElementType),
            ArrayTypeSyntax array => IsText(array.ElementType),
            GenericNameSyntax { Identifier.Text: "Task" or "ValueTask" } generic => IsText(generic.TypeArgumentList.Arguments[0]),
            GenericNameSyntax { TypeArgumentList.Arguments: [var single] } => IsText(single),
            GenericNameSyntax generic when generic.Identifier.Text.EndsWith("Dictionary", StringComparison.Ordinal) => IsText(
                generic.TypeArgumentList.Arguments[0]
            ),
            _ => false,
        };

    /// <summary>The last word of a name in camel case.</summary>
    [GeneratedRegex("([A-Z]|^_?)[a-z0-9]+$")]
    private static partial Regex LastWord();

    /// <summary>The end of a method's name that says from what it makes something.</summary>
    [GeneratedRegex("(Of|For|In|On)$")]
    private static partial Regex MadeOf();
}
