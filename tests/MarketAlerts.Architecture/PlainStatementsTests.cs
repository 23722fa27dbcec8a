using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

/// <summary>A statement says what it does; none is clever to be short.</summary>
public sealed class PlainStatementsTests
{
    [Fact]
    public void Statements_DoNothingByADiscard() =>
        Rule.Holds(
            "What is done for its effect is a statement of its own, and a choice between effects an if.",
            from file in Sources.Functions
            from assignment in file.All<AssignmentExpressionSyntax>()
            where assignment.Left is IdentifierNameSyntax { Identifier.Text: "_" } && assignment.Parent is ExpressionStatementSyntax
            select file.At(assignment)
        );

    [Fact]
    public void Conditions_NameNothingWithoutAskingAnything() =>
        Rule.Holds(
            "'is var' asks nothing: declare a local.",
            from file in Sources.Functions
            from pattern in file.All<VarPatternSyntax>()
            where !IsPartOfAQuestion(pattern)
            select $"{file.At(pattern)} {pattern.Parent}"
        );

    /// <summary>
    /// In <c>is > 0 and var count</c>, <c>[var only]</c> and <c>{ Count: var count }</c> something is asked first, and what is left in a
    /// switch may have a name.
    /// </summary>
    private static bool IsPartOfAQuestion(VarPatternSyntax pattern) =>
        pattern.Parent is ListPatternSyntax or SubpatternSyntax or SlicePatternSyntax or SwitchExpressionArmSyntax
        || (pattern.Parent is BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } both && both.Right == pattern);
}
