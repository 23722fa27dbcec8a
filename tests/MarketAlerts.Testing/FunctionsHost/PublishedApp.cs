using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketAlerts.Testing.FunctionsHost;

/// <summary>The Functions app, published into a folder of its own that goes when this is disposed.</summary>
public sealed class PublishedApp : IDisposable
{
    private const string Project = "functions/MarketAlerts.Functions/MarketAlerts.Functions.csproj";
    private const string Switch = "ServiceBusTrigger"; // Where its attribute comes from; whoever builds may say so in the environment.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("marketalerts-app-");

    private PublishedApp() { }

    /// <summary>Where it is.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "app");

    /// <summary>Publishes what was built, for any machine: some seconds.</summary>
    public static Task<PublishedApp> OfTheBuildAsync(CancellationToken cancellationToken) =>
        PublishAsync(["--no-build"], cancellationToken);

    /// <summary>Builds and publishes it compiled ahead for this machine, as it is deployed: a minute or two.</summary>
    public static Task<PublishedApp> CompiledAheadAsync(CancellationToken cancellationToken) =>
        PublishAsync(
            [
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "false",
                "-p:PublishReadyToRun=true",
                "-p:DebugType=none",
                "--artifacts-path",
                "{made}",
            ],
            cancellationToken
        );

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<PublishedApp> PublishAsync(string[] how, CancellationToken cancellationToken)
    {
        var app = new PublishedApp();
        var made = System.IO.Path.Combine(app._folder.FullName, "made");
        string[] chosen = Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } asked ? [$"-p:{Switch}={asked}"] : [];
        string[] always = ["publish", Project, "-c", "Release", "-p:PublishForTests=true", "-v:q", "--nologo", "-o", app.Path];
        var start = new ProcessStartInfo(
            "dotnet",
            [.. always, .. how.Select(word => word.Replace("{made}", made, StringComparison.Ordinal)), .. chosen]
        )
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // Nothing of a build is to stay behind.
        using var process = Process.Start(start)!;
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode is 0 ? app : throw new InvalidOperationException($"The app cannot be published: {said}");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            app.Dispose();
            throw;
        }
    }

    private static string Root([CallerFilePath] string self = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(self, "..", "..", "..", ".."));
}
