using System.Diagnostics;
using System.Runtime.InteropServices;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W6;

/// <summary>This program once more, with the code of all its parts compiled ahead as the Functions app has it when it is published.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private const string Project = "tests/MarketAlerts.Benchmarks/MarketAlerts.Benchmarks.csproj";
    private const string Variable = "MARKETALERTS_PUBLISHED";
    private readonly string _folder;
    private readonly bool _isOurs;

    private PublishedProgram(string folder, bool isOurs) => (_folder, _isOurs) = (folder, isOurs);

    /// <summary>Its file.</summary>
    public string Path => System.IO.Path.Combine(_folder, "MarketAlerts.Benchmarks.dll");

    /// <summary>Publishes it, unless <c>MARKETALERTS_PUBLISHED</c> names a folder in which it is; null where the compiler cannot be restored, or the sources are not there.</summary>
    public static async Task<PublishedProgram?> MakeAsync(Progress progress, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PublishedProgram(given, isOurs: false);
        }

        if (RootAbove(AppContext.BaseDirectory) is not { } root)
        {
            return null;
        }

        progress.Say("W6: publishing the program with ReadyToRun");
        var program = new PublishedProgram(Directory.CreateTempSubdirectory("marketalerts-").FullName, isOurs: true);
        var info = new ProcessStartInfo("dotnet",
        [
            "publish", Project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-v:q", "--nologo", "--artifacts-path", System.IO.Path.Combine(program._folder, "made"),
            "-p:PublishReadyToRun=true", "-p:IsPublishable=true", "-p:DebugType=none", "-o", program._folder,
        ])
        { WorkingDirectory = root, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(info)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode is 0)
        {
            return program;
        }

        progress.Say($"W6: it cannot be published here: {said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))}");
        program.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOurs)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string? RootAbove(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(here.FullName, Project)))
            {
                return here.FullName;
            }
        }

        return null;
    }
}
