using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MarketAlerts.Infra.Tests;

/// <summary>The Bicep compiler on the templates of this repository; it needs no network.</summary>
internal static class BicepTool
{
    private static readonly string? Path = typeof(BicepTool)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(data => data.Key is "Bicep")
        ?.Value;

    /// <summary>What a parameter file reads of the environment, so that whoever runs the tests may have any of it set.</summary>
    private static readonly string[] ReadByParameterFiles =
    [
        "AZURE_ENV_NAME",
        "AZURE_PRINCIPAL_ID",
        "AZURE_PRINCIPAL_TYPE",
        "MAIL_DOMAINS",
        "MAIL_PER_MINUTE",
        "MAIL_PER_HOUR",
        "DEFINE_ROLES",
    ];

    /// <summary>The folder of the templates.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(Root(), "infra");

    /// <summary>The folder of everything.</summary>
    public static string Root([CallerFilePath] string self = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(self, "..", "..", ".."));

    /// <summary>A parameter file or snapshot: those of deployments lie beside the templates, those of the tests beside the tests.</summary>
    public static string FileOf(string deployment, string ending) =>
        System.IO.Path.Combine(
            deployment is "full" or "access" ? System.IO.Path.Combine(Root(), "tests", "MarketAlerts.Infra.Tests") : Folder,
            $"{deployment}.{ending}"
        );

    /// <summary>Runs it in the folder of the templates; skips the test where there is no compiler.</summary>
    public static async Task<(int Exit, string Output, string Problems)> RunAsync(params string[] arguments)
    {
        Assert.SkipWhen(Path is null, "The feed has the Bicep compiler for Linux on x64 alone.");
        var start = new ProcessStartInfo(Path!, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in ReadByParameterFiles)
        {
            start.Environment.Remove(name);
        }

        start.Environment["OPS_EMAIL"] = "ops@marketalerts.example";
        start.Environment["MAIL_FROM"] = "alerts@marketalerts.example";
        using var process = Process.Start(start)!;
        var (output, problems) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await problems);
    }

    /// <summary>Evaluates a parameter file, as it would be deployed.</summary>
    public static Task<(int Exit, string Output, string Problems)> SnapshotAsync(string parameters, string mode) =>
        RunAsync(
            "snapshot",
            parameters,
            "--mode",
            mode,
            "--subscription-id",
            Guid.Empty.ToString(),
            "--resource-group",
            "rg-marketalerts",
            "--location",
            "eastus2"
        );
}
