using System.CommandLine;
using MarketAlerts.LocalHost.Commands.Cost.Counting;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>Prints what a deployment uses and costs in a month.</summary>
internal static class CostCommand
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var deployment = new CostOptions();
        var prices = new Option<string?>("--prices") { HelpName = "FILE", Description = "JSON that names other prices" }.ReadBy<string?>(
            Options.ExistingFile
        );
        var measure = Options.NewFile("--measure", "counts the operations anew in a replay, half a minute, and writes them");
        var command = new DevCommand(
            "cost",
            "what a deployment uses and costs in a month, beside a row a symbol, and the limits it comes near",
            result => result.GetValue(measure) is null ? StartPlan.ForThisProgram() : StartPlan.ForThisProgram(Precondition.Azurite)
        );
        foreach (var option in (Option[])[.. deployment.All, prices, measure])
        {
            command.Add(option);
        }

        command.SetAction(result => RunAsync(deployment.Read(result), result.GetValue(prices), result.GetValue(measure), run));
        return command;
    }

    /// <summary>Prints it; with a target counts the operations anew, in an emulator in which nothing ran, and writes them there.</summary>
    private static async Task<int> RunAsync(CostInputs inputs, string? file, string? target, CommandRun run)
    {
        var prices = file is null ? new Prices() : Prices.Read(await File.ReadAllTextAsync(file));
        var counted = Operations.BuiltIn;
        if (target is not null)
        {
            counted = await new OperationMeter([.. LinkSettings.OfThisRun(), .. run.Settings]).CountAsync(CancellationToken.None);
            await File.WriteAllTextAsync(target, counted.ToJson());
        }

        await run.Says.WriteAsync(new CostReport(inputs, counted, prices).Text);
        return 0;
    }
}
