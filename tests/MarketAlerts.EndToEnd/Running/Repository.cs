using System.Runtime.CompilerServices;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Self())!, "..", "..", ".."));

    public static string Scenario(string name) => Path.Combine(Root, "scenarios", name);

    private static string Self([CallerFilePath] string path = "") => path;
}
