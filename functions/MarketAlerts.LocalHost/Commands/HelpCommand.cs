using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Shows all commands.</summary>
internal static class HelpCommand
{
    public static Command Declare(CommandRun run)
    {
        var command = new DevCommand("help", "shows this text", _ => Plan.Nothing);
        command.SetAction(result => run.Says.Write(HelpText.Write(result.RootCommandResult.Command)));
        return command;
    }
}
