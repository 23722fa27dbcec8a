using System.Reflection;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Infra.Tests;

/// <summary>
/// Where the trigger of Service Bus comes from is found by <c>dev.cs</c>, on a feed that has the package and on one that lacks it. The copy
/// has no project to build, so the command ends right after its choice.
/// </summary>
public sealed class TriggerChoiceTests
{
    private const string Package = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";
    private const string Remembered = "service-bus-trigger.props";

    private static readonly string Packages = typeof(TriggerChoiceTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key is "Packages")
        .Value!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dev_TakesThePackage_AndSaysNothingOfIt_WhenAFeedHasIt()
    {
        using var folder = Copy();
        await AddFeedWithThePackageAsync(folder);

        var said = await ChooseAsync(folder);

        (await File.ReadAllTextAsync(Path.Combine(folder.Path, Remembered), Token)).ShouldContain(
            "<ServiceBusTrigger>package</ServiceBusTrigger>",
            customMessage: said
        );
        said.ShouldNotContain("stand-in");
    }

    [Fact]
    public async Task Dev_TakesTheStandIn_AndSaysSo_WhenTheFeedLacksIt()
    {
        Assert.SkipWhen(
            Directory.Exists(Path.Combine(Packages, Package.ToLowerInvariant())),
            "The package was restored on this machine: no feed lacks it here."
        );
        using var folder = Copy();
        folder.Write("NuGet.config", """<configuration><packageSources><clear /></packageSources></configuration>"""); // Only what was restored before.

        var said = await ChooseAsync(folder);

        (await File.ReadAllTextAsync(Path.Combine(folder.Path, Remembered), Token)).ShouldContain(
            "<ServiceBusTrigger>standin</ServiceBusTrigger>",
            customMessage: said
        );
        said.ShouldContain($"Restoring without {Package}, which the feed lacks...");
        said.ShouldContain("A stand-in takes its place: everything runs but publishing.");
    }

    private static TestFolder Copy()
    {
        var folder = ProjectCopy.With("dev.cs", "MarketAlerts.sln", "package-lock.json", "BannedSymbols.txt", ".editorconfig");
        Directory.CreateDirectory(Path.Combine(folder.Path, "node_modules"));
        folder.Write(Path.Combine("node_modules", ".package-lock.json"), "{}"); // No server is needed.
        return folder;
    }

    /// <summary>
    /// What was restored before is taken from where it lies; what is new stays in the folder, so that the stub is found nowhere else.
    /// </summary>
    private static async Task<string> ChooseAsync(TestFolder folder)
    {
        var variables = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages"),
            ["NUGET_FALLBACK_PACKAGES"] = Packages,
            ["ServiceBusTrigger"] = "",
        };
        var (exit, said) = await DotNet.RunAsync(folder.Path, variables, "run", "dev.cs", "mails", "--out", "mails");
        exit.ShouldNotBe(0);
        return said;
    }

    private static async Task AddFeedWithThePackageAsync(TestFolder folder)
    {
        var stub = Directory.CreateDirectory(Path.Combine(folder.Path, "stub")).FullName;
        await File.WriteAllTextAsync(Path.Combine(stub, "Directory.Build.props"), "<Project />", Token);
        await File.WriteAllTextAsync(Path.Combine(stub, "Directory.Packages.props"), "<Project />", Token);
        await File.WriteAllTextAsync(
            Path.Combine(stub, "stub.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>{Package}</AssemblyName><PackageId>{Package}</PackageId><Version>5.24.0</Version></PropertyGroup>
            </Project>
            """,
            Token
        );
        var (exit, said) = await DotNet.RunAsync(
            stub,
            "pack",
            "--configuration",
            "Release",
            "--output",
            Path.Combine(folder.Path, "feed"),
            "--nologo",
            "-v:q"
        );
        exit.ShouldBe(0, said);
        Directory.Delete(stub, recursive: true);
        folder.Write("NuGet.config", """<configuration><packageSources><add key="stub" value="feed" /></packageSources></configuration>""");
    }
}
