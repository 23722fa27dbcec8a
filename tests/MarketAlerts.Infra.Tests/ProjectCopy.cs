using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Infra.Tests;

/// <summary>A copy of what a restore of the app reads, and of further files, in a folder of one test.</summary>
internal static class ProjectCopy
{
    private static readonly string[] Restored =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
        "functions/MarketAlerts.Functions/MarketAlerts.Functions.csproj",
        "functions/MarketAlerts.Adapters/MarketAlerts.Adapters.csproj",
        "functions/MarketAlerts.Core/MarketAlerts.Core.csproj",
    ];

    /// <summary>Makes it.</summary>
    public static TestFolder With(params string[] files)
    {
        var folder = new TestFolder();
        foreach (var file in Restored.Concat(files))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file))!);
            File.Copy(Path.Combine(BicepTool.Root(), file), Path.Combine(folder.Path, file));
        }

        return folder;
    }
}
