using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class CorePurityTests
{
    private static readonly string[] World =
    [
        "Azure",
        "Microsoft.Azure",
        "Microsoft.AspNetCore",
        "MailKit",
        "MimeKit",
        "System.Net.Http",
        "System.Net.Sockets",
        "System.Net.Mail",
    ];

    private static readonly string[] FileAccess =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.FileSystemInfo",
        "System.IO.FileSystemWatcher",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.IO.Path",
        "System.IO.RandomAccess",
        "System.IO.StreamReader",
        "System.IO.StreamWriter",
        "System.IO.MemoryMappedFiles",
        "System.IO.IsolatedStorage",
    ];

    [Fact]
    public void Core_UsesNothingOfTheWorld_WhenItsTypesAreRead() =>
        Rule.Holds(
            "Core is pure: no Azure, HTTP, web, mail or file access; declare an interface where you need it and put the rest into Adapters.",
            TypesThatUse.Any(new BuiltAssembly(Layers.Core), [.. World, .. FileAccess])
        );

    [Fact]
    public void Core_ReferencesNoPackageOfTheWorld_WhenItsProjectFileIsRead() =>
        Rule.Holds(
            "Core is pure: these packages belong to Adapters or Functions.",
            from project in ProjectFile.In("functions/MarketAlerts.Core")
            from package in project.PackageReferences
            where World.Any(world => IsWithin(package.Name, world))
            select $"{package.At} {package.Name}"
        );

    [Fact]
    public void Core_TakesTheClockAsAnArgument_WhenItNeedsTheTime() =>
        Rule.Holds(
            "Core takes the time as an argument or a TimeProvider; only a composition names the system's.",
            ForbiddenCalls.In(Sources.OfProject(Layers.Core), "TimeProvider.System")
        );

    [Fact]
    public void Core_KnowsNoJson_OutsideOfItsMessages() =>
        Rule.Holds(
            "Types of Core know nothing of JSON: what is special about one is said in Core/Messages.",
            from file in Sources.OfProject(Layers.Core)
            where !file.RelativePath.StartsWith("functions/MarketAlerts.Core/Messages/", StringComparison.Ordinal)
            from name in file.Syntax.DescendantTokens().Where(token => token.Text is "Newtonsoft" or "JsonConvert" or "JToken")
            select file.At(name)
        );

    private static bool IsWithin(string name, string whole) => name == whole || name.StartsWith($"{whole}.", StringComparison.Ordinal);
}
