using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands.Tests;

/// <summary>Runs the tests.</summary>
internal static class TestCommand
{
    private const string Solution = "MarketAlerts.sln";

    public static Command Declare(CommandRun run)
    {
        var filter = new Option<string>("--filter")
        {
            HelpName = "TEXT",
            Description = "only tests whose full name contains the text; builds and starts only what they need",
        };
        var quick = Options.Flag("--quick", "only tests that need no Azurite and no published app");
        var command = new DevCommand("test", "builds everything and runs every test", line => PlanOf(SelectionOf(line))) { filter, quick };
        command.SetAction(line => RunAsync(SelectionOf(line), run.Says));
        return command;

        TestSelection SelectionOf(ParseResult line) =>
            new([.. TestProject.In("tests").SelectMany(project => project.Classes())], line.GetValue(filter) ?? "", line.GetValue(quick));
    }

    private static StartPlan PlanOf(TestSelection selection) =>
        new(selection.IsEverything ? [Solution] : selection.Projects, selection.NeedsAzurite ? [Precondition.Azurite] : []);

    private static async Task<int> RunAsync(TestSelection selection, TextWriter says)
    {
        var summary = new TestSummary();
        if (selection.Projects.Count is 0)
        {
            await says.WriteLineAsync(selection.NothingFound);
            await says.WriteLineAsync(summary.Line);
            return 1;
        }

        await says.WriteLineAsync("Testing...");
        var code = await ChildProgram.RunAsync(
            selection.Arguments,
            line =>
            {
                summary.Take(line);
                says.WriteLine(line);
            }
        );
        foreach (var failed in summary.FailedTests)
        {
            await says.WriteLineAsync(failed); // Again: thousands of lines may stand between.
        }

        await says.WriteLineAsync(summary.Line);
        return summary.IsGood && code is 0 ? 0 : Math.Max(code, 1);
    }
}
