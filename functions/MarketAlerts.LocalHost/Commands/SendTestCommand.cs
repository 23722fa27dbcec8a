using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Sends a test message.</summary>
internal static class SendTestCommand
{
    public static Command Declare(CommandRun run)
    {
        var to = new NeededOption("--to", "an address")
        {
            HelpName = "ADDRESS",
            Description = "a mail address, or webhook:URL, slack:URL, teams:URL, discord:URL, slack:secret:NAME",
        };
        var command = new DevCommand(
            "send-test",
            "sends a test message and says what the other side answered; without a local.settings.json mail goes to an inbox here",
            result =>
                IsForAnInboxHere(result.GetRequiredValue(to))
                    ? StartPlan.ForThisProgram(Precondition.Inbox, Precondition.CtrlC)
                    : StartPlan.ForThisProgram()
        )
        {
            to,
        };
        command.SetAction(result => RunAsync(result.GetRequiredValue(to), run));
        return command;
    }

    private static async Task<int> RunAsync(string to, CommandRun run)
    {
        var settings = ChannelCommands.Settings(run.Settings);
        var code = await ChannelCommands.SendTestAsync(to, settings, run.Says);
        if (code is 0 && IsForAnInboxHere(to) && settings["Inbox:Url"] is not null && !Console.IsInputRedirected)
        {
            await run.Says.WriteLineAsync("The inbox stays open until Ctrl+C.");
            await Task.Delay(Timeout.Infinite);
        }

        return code;
    }

    private static bool IsForAnInboxHere(string to) => !to.Contains(':', StringComparison.Ordinal) && !File.Exists(LocalSettings.Name);
}
