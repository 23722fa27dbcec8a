namespace MarketAlerts.Architecture;

/// <summary>Who may reference whom: LocalHost, Functions, Adapters, Core, each only what is below it.</summary>
internal static class Layers
{
    public const string Core = "MarketAlerts.Core";
    public const string Adapters = "MarketAlerts.Adapters";
    public const string Functions = "MarketAlerts.Functions";
    public const string LocalHost = "MarketAlerts.LocalHost";

    private static readonly Dictionary<string, string[]> Below = new()
    {
        [Core] = [],
        [Adapters] = [Core],
        [Functions] = [Adapters, Core],
        [LocalHost] = [Functions, Adapters, Core],
    };

    public static IReadOnlyList<string> Own { get; } = [Core, Adapters, Functions, LocalHost];

    /// <summary>Whether a project is one of the known ones and may use the other in its project file.</summary>
    public static bool Allow(string project, string other) => Below.GetValueOrDefault(project, []).Contains(other);
}
