using System.Text.RegularExpressions;

namespace MarketAlerts.LocalHost.Commands.Tests;

/// <summary>
/// A project of tests as its sources tell it, before anything is built. A class needs a server when its file names the type that is the way
/// to that server, or a type of its project that does.
/// </summary>
/// <param name="folder">The project's folder.</param>
/// <param name="files">The texts of its files, each with its name without the ending, which is that of its type.</param>
internal sealed partial class TestProject(string folder, IReadOnlyList<(string Type, string Text)> files)
{
    private static readonly string[] WaysToAzurite = ["TestStorage", "AzuriteServer"];
    private static readonly string[] WaysToTheApp = ["PublishedApp"];

    private readonly (string Type, HashSet<string> Words)[] _named =
    [
        .. files.Select(file => (file.Type, Word().Matches(file.Text).Select(word => word.Value).ToHashSet())),
    ];

    /// <summary>The projects below a folder of the repository.</summary>
    public static IEnumerable<TestProject> In(string folder) =>
        Directory
            .GetDirectories(folder)
            .Order(StringComparer.Ordinal)
            .Select(path => new TestProject(path.Replace('\\', '/'), FilesOf(path)));

    public IReadOnlyList<TestClass> Classes()
    {
        var (azurite, app) = (LeadingTo(WaysToAzurite), LeadingTo(WaysToTheApp));
        return
        [
            .. from file in files
            where Attribute().IsMatch(file.Text)
            select new TestClass(
                folder,
                $"{Namespace().Match(file.Text).Groups[1].Value}.{file.Type}",
                [.. Method().Matches(file.Text).Select(method => method.Groups[1].Value)]
            )
            {
                NeedsAzurite = azurite.Contains(file.Type),
                NeedsApp = app.Contains(file.Type),
            },
        ];
    }

    private static (string, string)[] FilesOf(string path) =>
        [
            .. from file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            where !Output().IsMatch(Path.GetRelativePath(path, file))
            select (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)),
        ];

    private HashSet<string> LeadingTo(string[] ways)
    {
        var leading = ways.ToHashSet();
        while (_named.FirstOrDefault(file => !leading.Contains(file.Type) && file.Words.Overlaps(leading)) is { Type: { } next })
        {
            leading.Add(next);
        }

        return leading;
    }

    [GeneratedRegex(@"^(bin|obj)[/\\]")]
    private static partial Regex Output();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*\[(Fact|Theory|Property)\b", RegexOptions.Multiline)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^    public [^=;\n]*?(\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();
}

/// <summary>A class of tests, as much of it as it takes to know what to build and start for it.</summary>
/// <param name="Project">The folder of its project.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Methods">The names of its public methods.</param>
internal sealed record TestClass(string Project, string Name, IReadOnlyList<string> Methods)
{
    /// <summary>Whether it is run on a storage account.</summary>
    public bool NeedsAzurite { get; init; }

    /// <summary>Whether it looks at the published app.</summary>
    public bool NeedsApp { get; init; }

    /// <summary>Whether the runner finds one of its methods by a part of its full name; it does not mind case either.</summary>
    public bool HasNameWith(string text) => Methods.Any(method => $"{Name}.{method}".Contains(text, StringComparison.OrdinalIgnoreCase));
}
