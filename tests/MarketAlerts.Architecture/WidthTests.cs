using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

public sealed class WidthTests
{
    private const int Widest = 140;

    [Fact]
    public void Lines_AreNarrow_WhenEachIsMeasured() =>
        Rule.Holds(
            $"No line is wider than {Widest} columns; only text in raw strings, which is sent as it stands, may be.",
            from file in Sources.Functions
            let text = file.Syntax.GetText()
            let raw = RawLines(file)
            from line in text.Lines
            where line.Span.Length > Widest && !raw.Contains(line.LineNumber)
            select $"{file.RelativePath}:{line.LineNumber + 1} has {line.Span.Length} columns"
        );

    /// <summary>The lines that belong to raw strings: what a page, a mail or a list of words says.</summary>
    private static HashSet<int> RawLines(SourceFile file)
    {
        var raw = file.All<InterpolatedStringExpressionSyntax>()
            .Where(text =>
                text.StringStartToken.Kind()
                    is SyntaxKind.InterpolatedSingleLineRawStringStartToken
                        or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            )
            .Select(text => text.GetLocation())
            .Concat(
                file.All<LiteralExpressionSyntax>()
                    .Where(text =>
                        text.Token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                    )
                    .Select(text => text.GetLocation())
            );
        return
        [
            .. raw.Select(location => location.GetLineSpan())
                .SelectMany(span =>
                    Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1)
                ),
        ];
    }
}
