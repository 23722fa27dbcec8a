namespace MarketAlerts.Architecture.Reading;

/// <summary>The C# files of the repository, parsed once.</summary>
internal static class Sources
{
    private const string StandIns = "functions/MarketAlerts.Functions/StandIn/";

    private static readonly Lazy<SourceFile[]> AllOfFunctions = new(() => In("functions"));
    private static readonly Lazy<SourceFile[]> AllOfTests = new(() => In("tests"));

    public static IReadOnlyList<SourceFile> Functions => AllOfFunctions.Value;

    public static IReadOnlyList<SourceFile> Tests => AllOfTests.Value;

    /// <summary>Our own code: a stand-in repeats the name and the namespace of what others wrote.</summary>
    public static IEnumerable<SourceFile> OwnFunctions =>
        Functions.Where(file => !file.RelativePath.StartsWith(StandIns, StringComparison.Ordinal));

    public static IEnumerable<SourceFile> OfProject(string project) =>
        Functions.Where(file => file.RelativePath.StartsWith($"functions/{project}/", StringComparison.Ordinal));

    private static SourceFile[] In(string folder) =>
        [.. Repository.Files(folder, ".cs").Select(path => new SourceFile(Repository.RelativePath(path), File.ReadAllText(path)))];
}
