using System.Diagnostics;

namespace MarketAlerts.Infra.Tests;

/// <summary>The SDK's command line.</summary>
internal static class DotNet
{
    /// <summary>Runs it in a folder.</summary>
    public static Task<(int Exit, string Said)> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs it in a folder, with variables of the environment.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> variables,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // Nothing of a build is to stay behind.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // What it says is searched.
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
