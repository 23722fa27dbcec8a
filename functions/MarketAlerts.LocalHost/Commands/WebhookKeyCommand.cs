using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Tells a webhook's key.</summary>
internal static class WebhookKeyCommand
{
    public static Command Declare(CommandRun run)
    {
        var url = new NeededOption("--url", "the webhook's address") { HelpName = "URL", Description = "the webhook's address" };
        var command = new DevCommand(
            "webhook-key",
            "prints the key that a webhook's receiver verifies signatures with",
            _ => StartPlan.ForThisProgram()
        )
        {
            url,
        };
        command.SetAction(result =>
            ChannelCommands.TellKeyAsync(result.GetRequiredValue(url), ChannelCommands.Settings(run.Settings), run.Says)
        );
        return command;
    }
}
