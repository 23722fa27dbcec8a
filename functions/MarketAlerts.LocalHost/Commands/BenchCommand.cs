using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Measures; the program of the benchmarks does it.</summary>
internal static class BenchCommand
{
    private const string Project = "tests/MarketAlerts.Benchmarks";

    public static Command Declare()
    {
        var only = new Option<string?>("--only") { HelpName = "W1,W2", Description = "only these workloads" };
        var report = Options.NewFile("--report", "writes the figures as JSON");
        var check = Options.Flag("--check", "fails when a goal is missed");
        var command = new DevCommand(
            "bench",
            "measures speed, requests and memory beside what one would take instead; some minutes",
            _ => new StartPlan([Project], [Precondition.Azurite])
        )
        {
            only,
            report,
            check,
        };
        command.SetAction(line =>
            ChildProgram.RunAsync([
                $"{Project}/bin/Release/net10.0/{Path.GetFileName(Project)}.dll",
                .. line.GetValue(only) is { } names ? [only.Name, names] : Array.Empty<string>(),
                .. line.GetValue(report) is { } file ? [report.Name, file] : Array.Empty<string>(),
                .. line.GetValue(check) ? [check.Name] : Array.Empty<string>(),
            ])
        );
        return command;
    }
}
