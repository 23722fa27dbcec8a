using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>A program of the repository that a command is carried out by.</summary>
internal static class ChildProgram
{
    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Takes each line that it writes; null leaves them to the terminal.</param>
    public static async Task<int> RunAsync(IEnumerable<string> arguments, Action<string>? line = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = line is not null,
            RedirectStandardError = line is not null,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // What it says is searched.
        start.Environment.Remove("Storage__ConnectionString"); // Tests are told of theirs by MARKETALERTS_TEST_STORAGE.
        start.Environment.Remove(Options.CalledFrom);
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, said) => Take(said.Data);
        process.ErrorDataReceived += (_, said) => Take(said.Data);
        process.Start();

        // It has children of its own, which must not stay behind.
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => process.Kill(entireProcessTree: true));
        if (line is not null)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        await process.WaitForExitAsync();
        return process.ExitCode;

        void Take(string? said)
        {
            if (said is not null)
            {
                lock (start)
                {
                    line!(said);
                }
            }
        }
    }
}
