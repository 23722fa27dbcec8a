using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MarketAlerts.Infra.Tests;

/// <summary>The hook of azure.yaml makes the signing key once, on a shell with a made-up az that writes down what it is asked.</summary>
public sealed partial class HookTests
{
    [Fact]
    public async Task Key_IsMadeOnceTheRoleIsKnown()
    {
        var (exit, asked) = await RunAsync(failures: 3, found: 0);

        exit.ShouldBe(0);
        asked.ShouldBe([
            "keyvault secret list",
            "sleep 30",
            "keyvault secret list",
            "sleep 30",
            "keyvault secret list",
            "sleep 30",
            "keyvault secret list",
            "keyvault secret set",
            "functionapp show --resource-group rg --name func --query id --output tsv",
            "rest --method post --url /sites/func/config/configreferences/appsettings/refresh?api-version=2022-03-01 --output none",
        ]);
    }

    /// <summary>A key made anew would break every link sent so far; a run that broke off after it left the app without it.</summary>
    [Fact]
    public async Task Key_StaysTheSame_WhenThereIsOne()
    {
        var (exit, asked) = await RunAsync(failures: 1, found: 1);

        exit.ShouldBe(0);
        asked.ShouldBe([
            "keyvault secret list",
            "sleep 30",
            "keyvault secret list",
            "functionapp show --resource-group rg --name func --query id --output tsv",
            "rest --method post --url /sites/func/config/configreferences/appsettings/refresh?api-version=2022-03-01 --output none",
        ]);
    }

    [Fact]
    public async Task Key_IsNotMade_WhenTheVaultStaysClosed()
    {
        var (exit, asked) = await RunAsync(failures: 1000, found: 0);

        exit.ShouldBe(1);
        asked.Count(line => line is "sleep 30").ShouldBe(19);
        asked.ShouldAllBe(line => line == "sleep 30" || line == "keyvault secret list");
    }

    /// <summary>The shell of Windows does the same, in the same order; here it can only be read.</summary>
    [Fact]
    public void Windows_AsksForTheSame()
    {
        string[] Asks(string hook) => [.. Command().Matches(hook.Replace("\"", "").Replace("$env:", "$")).Select(match => match.Value)];

        Asks(Hook("    windows:")).ShouldBe(Asks(Hook("    posix:")).Select(line => line.Replace("$(openssl rand -base64 32)", "$key")));
        Said(Hook("    windows:")).ShouldBe(Said(Hook("    posix:")));
        Asks(Hook("    windows:")).ShouldContain(line => line.EndsWith("refresh?api-version=2022-03-01 --output none"));
    }

    private static string Said(string hook) =>
        hook.Replace("$env:", "$").Split('"').Where(text => text.StartsWith("The vault ", StringComparison.Ordinal)).ShouldHaveSingleItem();

    private static async Task<(int Exit, string[] Asked)> RunAsync(int failures, int found)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh.");
        using var folder = new Testing.Azurite.TestFolder();
        var log = Path.Combine(folder.Path, "asked");
        await ProgramAsync(
            folder.Path,
            "az",
            $"""
            case "$*" in
              *"secret list"*) echo "keyvault secret list" >> "{log}"; [ "$(grep -c list "{log}")" -gt {failures} ] || exit 1; echo {found} ;;
              *"secret set"*) echo "keyvault secret set" >> "{log}" ;;
              "functionapp show"*) echo "$*" >> "{log}"; echo /sites/func ;;
              *) echo "$*" >> "{log}" ;;
            esac
            """
        );
        await ProgramAsync(folder.Path, "sleep", $"echo \"sleep $*\" >> \"{log}\"");
        await ProgramAsync(folder.Path, "openssl", "echo key");

        var start = new ProcessStartInfo("sh", ["-c", Hook("    posix:")]) { RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        (start.Environment["vaultName"], start.Environment["functionAppName"], start.Environment["AZURE_RESOURCE_GROUP"]) = (
            "kv",
            "func",
            "rg"
        );
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken));
    }

    private static async Task ProgramAsync(string folder, string name, string body)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, $"#!/bin/sh\n{body}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static string Hook(string shell) =>
        string.Join(
            '\n',
            File.ReadLines(Path.Combine(BicepTool.Root(), "azure.yaml"))
                .SkipWhile(line => line != shell)
                .SkipWhile(line => line != "      run: |")
                .Skip(1)
                .TakeWhile(line => line != "    windows:")
        );

    [GeneratedRegex(@"(?<![a-z])az (?!login)[a-z].*?(?=[);]*$|; do$|\); do$)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
