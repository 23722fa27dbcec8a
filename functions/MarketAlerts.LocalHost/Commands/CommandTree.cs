using System.CommandLine;
using System.CommandLine.Help;
using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Commands.Tests;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// The commands of <c>dev.cs</c>. What each is called, takes, checks and does stands in its file; the help is written from it.
/// </summary>
internal static class CommandTree
{
    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">It is none of ours; the message says what is.</exception>
    public static ParseResult Parse(IReadOnlyList<string> arguments, CommandRun run)
    {
        // A word that begins with @ is an address or a name here, no file of further words.
        var result = Build(run).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return CommandLineError.SentenceFor(result) is { } sentence ? throw new FormatException(sentence) : result;
    }

    /// <summary>What <c>dev.cs</c> does before a command line runs.</summary>
    public static StartPlan PlanOf(ParseResult line) =>
        line is { CommandResult.Command: DevCommand command, Action: not HelpAction } ? command.PlanOf(line) : StartPlan.Nothing;

    /// <summary>The tree, in the order of the help.</summary>
    public static Command Build(CommandRun run)
    {
        var root = new Command("dev.cs", "MarketAlerts on this machine. It needs the .NET SDK 10 and Node 20 or later.")
        {
            DemoCommand.Declare(run),
            NoiseCommand.Declare(run),
            StartCommand.Declare(run),
            MailsCommand.Declare(run),
            WhyCommand.Declare(run),
            TestCommand.Declare(run),
            BenchCommand.Declare(),
            SendTestCommand.Declare(run),
            WebhookKeyCommand.Declare(run),
            ApplyCommand.Declare(run),
            ForgetCommand.Declare(run),
            RebuildCommand.Declare(run),
            RedriveCommand.Declare(run),
            CostCommand.Declare(run),
            HelpCommand.Declare(run),
            new HelpOption { Action = new HelpAction(run.Says) },
        };
        root.SetAction(result => run.Says.Write(HelpText.Write(root)));
        return root;
    }
}

/// <summary>What every command runs with.</summary>
/// <param name="Settings">Settings as arguments; they stand over the environment.</param>
/// <param name="Says">Where a command says what it did.</param>
internal sealed record CommandRun(string[] Settings, TextWriter Says);
