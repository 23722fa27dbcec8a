namespace MarketAlerts.Architecture;

/// <summary>Who may reference whom: LocalHost, Functions, Adapters, Core, each only what is below it.</summary>
internal static class Layers
{
    public const string Core = "MarketAlerts.Core";
    public const string Adapters = "MarketAlerts.Adapters";
    public const string Functions = "MarketAlerts.Functions";
    public const string LocalHost = "MarketAlerts.LocalHost";
    public const string Outline = "MarketAlerts.AzureOutline";

    private static readonly Dictionary<string, string[]> Below = new()
    {
        [Core] = [],
        [Outline] = [],
        [Adapters] = [Core],
        [Functions] = [Adapters, Core, Outline],
        [LocalHost] = [Functions, Adapters, Core],
    };

    public static IReadOnlyList<string> Own { get; } = [Core, Adapters, Functions, LocalHost];

    /// <summary>Whether a project is one of the known ones and may use the other in its project file.</summary>
    public static bool Allow(string project, string other) => Below.GetValueOrDefault(project, []).Contains(other);

    /// <summary>As <see cref="Allow"/>, in the assembly: the attributes that LocalHost reads lie in the outline when that is built against.</summary>
    public static bool AllowAssembly(string assembly, string other) =>
        Allow(assembly, other) || (assembly == LocalHost && other == Outline);
}
