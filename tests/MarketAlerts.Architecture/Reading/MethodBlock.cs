using Microsoft.CodeAnalysis;

namespace MarketAlerts.Architecture.Reading;

/// <summary>One piece of code that runs, and its size.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">File and line of its declaration.</param>
/// <param name="Lines">From the first line of the declaration (attributes and comments before it do not count) to its end.</param>
internal sealed record MethodBlock(string Name, string At, int Lines)
{
    public static MethodBlock From(SourceFile file, string name, SyntaxToken first, SyntaxNode last)
    {
        var start = first.GetLocation().GetLineSpan().StartLinePosition.Line;
        var end = last.GetLocation().GetLineSpan().EndLinePosition.Line;
        return new(name, file.At(first), end - start + 1);
    }
}
