using System.Runtime.CompilerServices;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>The scenario folders of this repository.</summary>
internal static class ScenarioFolders
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Self())!, "..", "..", "..", "scenarios"));

    public static IEnumerable<string> Names =>
        new DirectoryInfo(Root).EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal);

    public static string PathOf(string name) => Path.Combine(Root, name);

    private static string Self([CallerFilePath] string path = "") => path;
}
