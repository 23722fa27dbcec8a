using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>One parsed C# file.</summary>
/// <param name="relativePath">Its path from the root of the repository, with slashes.</param>
/// <param name="text">What it says.</param>
internal sealed class SourceFile(string relativePath, string text)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    public string RelativePath { get; } = relativePath;

    public string Name => Path.GetFileNameWithoutExtension(RelativePath);

    public string Folder => RelativePath[..Math.Max(0, RelativePath.LastIndexOf('/'))];

    public CompilationUnitSyntax Syntax { get; } = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();

    /// <summary>How many lines it has; the line break at the end opens no further one.</summary>
    public int Lines { get; } = text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>The types that no other type encloses, delegates included.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Syntax
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary>Names the place of a node as file and line.</summary>
    public string At(SyntaxNode node) => At(node.GetLocation());

    public string At(SyntaxToken token) => At(token.GetLocation());

    private string At(Location location) => $"{RelativePath}:{location.GetLineSpan().StartLinePosition.Line + 1}";
}
