using System.Text.RegularExpressions;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Infra.Tests;

/// <summary>The lock of the published app names every package by version and hash, and is what the project needs now.</summary>
public sealed partial class LockTests
{
    private const string App = "functions/MarketAlerts.Functions";
    private const string Lock = $"{App}/packages.standin.lock.json";

    [Fact]
    public async Task Restore_TakesExactlyTheLockedPackages_InLockedMode()
    {
        using var folder = ProjectCopy.With(Lock);

        var (exit, said) = await RestoreAsync(folder);

        Assert.SkipWhen(
            exit is not 0 && Lacks().IsMatch(said),
            "The feed lacks a version of the lock; a build without the lock takes another one."
        );
        exit.ShouldBe(
            0,
            $"{said}\nIf that is meant: dotnet restore {App} -p:Locked=true -p:ServiceBusTrigger=standin --force-evaluate, and look "
                + "at the difference."
        );
    }

    [Fact]
    public async Task Restore_IsRefused_WhenThePackagesAreOthers()
    {
        using var folder = ProjectCopy.With(Lock);
        var packages = Path.Combine(folder.Path, "Directory.Packages.props");
        var changed = (await File.ReadAllTextAsync(packages, TestContext.Current.CancellationToken)).Replace(
            "\"Newtonsoft.Json\" Version=\"13.0.4\"",
            "\"Newtonsoft.Json\" Version=\"13.0.3\"",
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(packages, changed, TestContext.Current.CancellationToken);

        var (exit, said) = await RestoreAsync(folder);

        exit.ShouldNotBe(0);
        said.ShouldContain("NU1004");
    }

    [GeneratedRegex("NU110[123]")]
    private static partial Regex Lacks();

    private static Task<(int Exit, string Said)> RestoreAsync(TestFolder folder) =>
        DotNet.RunAsync(folder.Path, "restore", App, "-p:Locked=true", "-p:ServiceBusTrigger=standin", "--locked-mode");
}
