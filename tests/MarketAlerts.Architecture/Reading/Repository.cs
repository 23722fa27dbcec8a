using System.Runtime.CompilerServices;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Where the sources lie, found from the place of this very file, so that no working folder or IDE matters.</summary>
internal static class Repository
{
    private const string Solution = "MarketAlerts.sln";

    private static readonly string[] NotSource = ["bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = RootAbove();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The files below a folder of the repository, in order; build output and hidden folders are left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Below(new DirectoryInfo(PathOf(folder)))
            .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.Exists ? folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(IsSource).SelectMany(Below)) : [];

    private static bool IsSource(DirectoryInfo folder) => !folder.Name.StartsWith('.') && !NotSource.Contains(folder.Name);

    private static string RootAbove([CallerFilePath] string source = "")
    {
        var folder = new FileInfo(source).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No {Solution} in any folder above {source}.");
    }
}
