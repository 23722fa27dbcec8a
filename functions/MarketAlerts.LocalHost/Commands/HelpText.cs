using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>The help, written from the declarations.</summary>
internal static class HelpText
{
    private const string Call = "  dotnet run dev.cs ";

    /// <summary>The help of one command, or of all for the root.</summary>
    public static string Write(Command command)
    {
        var text = new StringBuilder();
        if (command.Subcommands.Count > 0)
        {
            text.Append(command.Description).Append("\n\n");
        }

        var shown = command.Subcommands.Count > 0 ? command.Subcommands : [command];
        var rows = shown.SelectMany(RowsOf).ToArray();
        var width = rows.Max(row => row.Left.Length) + 2;
        foreach (var (left, right) in rows)
        {
            text.Append(left.PadRight(width)).Append(right).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Left, string Right)> RowsOf(Command command) =>
        command
            .Options.Where(option => option is not HelpOption)
            .Select(option => ($"    {option.Name} {option.HelpName}".TrimEnd(), option.Description + DefaultOf(option)))
            .Prepend((Call + command.Name, command.Description!));

    private static string DefaultOf(Option option) =>
        option is { HasDefaultValue: true, Arity.MaximumNumberOfValues: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $" ({option.GetDefaultValue()})")
            : "";
}

/// <summary>Writes the help of the command that <c>--help</c> stands behind, whatever else is wrong with the line.</summary>
/// <param name="says">Where to.</param>
internal sealed class HelpAction(TextWriter says) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        says.Write(HelpText.Write(parseResult.CommandResult.Command));
        return 0;
    }
}

/// <summary>Shows all commands.</summary>
internal static class HelpCommand
{
    public static Command Declare(CommandRun run)
    {
        var command = new DevCommand("help", "shows this text", _ => StartPlan.Nothing);
        command.SetAction(result => run.Says.Write(HelpText.Write(result.RootCommandResult.Command)));
        return command;
    }
}
