using System.Text.RegularExpressions;
using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

/// <summary>What the documents point at is there: files, headings, types.</summary>
public sealed partial class DocumentTests
{
    private const int MostBytesOfReadme = 12_000;
    private const int MostTerms = 90;

    /// <summary>Where types are named.</summary>
    private static readonly string[] Pages = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/glossary.md", "docs/tables.md"];

    [Fact]
    public void Readme_IsShort() => new FileInfo(Repository.PathOf("README.md")).Length.ShouldBeLessThanOrEqualTo(MostBytesOfReadme);

    [Fact]
    public void Links_LeadToFilesAndHeadings() =>
        Rule.Holds(
            "A link between documents leads to a file that is there, and to a heading in it.",
            from document in Documents()
            from link in Link().Matches(Prose(File.ReadAllText(document)))
            let target = link.Groups[1].Success ? link.Groups[1].Value : link.Groups[2].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Leads(document, target.Split('#'))
            select $"{Repository.RelativePath(document)} -> {target}"
        );

    [Fact]
    public void Types_ThatDocumentsName_Exist()
    {
        var words = Repository
            .Files("", ".cs")
            .SelectMany(path => Word().Matches(File.ReadAllText(path)).Select(match => match.Value))
            .ToHashSet();
        Rule.Holds(
            "What a document names in back-quotes as a type is a word of the code.",
            from page in Pages
            where File.Exists(Repository.PathOf(page))
            from name in Named().Matches(File.ReadAllText(Repository.PathOf(page)))
            from part in name.Groups[1].Value.Split('.')
            where !words.Contains(part)
            select $"{page} `{name.Groups[1].Value}`"
        );
    }

    [Fact]
    public void Glossary_HoldsEachTermOnce_AndNotTooMany()
    {
        var terms = File.ReadLines(Repository.PathOf("docs/glossary.md"))
            .SkipWhile(line => !line.StartsWith("| term |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1].Trim())
            .ToArray();

        terms.Length.ShouldBeInRange(30, MostTerms);
        terms.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(terms.Length);
    }

    private static IEnumerable<string> Documents() => Repository.Files("", ".md");

    private static bool Leads(string document, string[] target)
    {
        var file = target[0].Length is 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, target[0]);
        return target.Length is 1
            ? File.Exists(file) || Directory.Exists(file)
            : File.Exists(file) && HeadingsOf(file).Contains(target[1], StringComparer.Ordinal);
    }

    /// <summary>The headings of a document as GitHub names them in links.</summary>
    private static IEnumerable<string> HeadingsOf(string file) =>
        Heading()
            .Matches(Prose(File.ReadAllText(file)))
            .Select(match => NoAnchor().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The text without what stands between fences.</summary>
    private static string Prose(string text) => Fenced().Replace(text.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"(?m)^```[^\n]*\n(?:(?!```).*\n)*```$")]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\]\(([^)\s]+)\)|<img src=""([^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("(?m)^#+ (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+(?:[.][A-Z][A-Za-z0-9]*)?|I[A-Z][a-z]+[A-Za-z0-9]*)`")]
    private static partial Regex Named();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
