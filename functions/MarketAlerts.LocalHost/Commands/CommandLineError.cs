using System.CommandLine;
using System.CommandLine.Parsing;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Says in one sentence what is wrong with a command line and what to do.</summary>
internal static class CommandLineError
{
    private const string SeeHelp = "see dotnet run dev.cs help.";

    /// <summary>The sentence, or null when nothing is wrong.</summary>
    public static string? SentenceFor(ParseResult result)
    {
        if (result.Errors.Count is 0 || result.Action is HelpAction)
        {
            return null;
        }

        var command = result.CommandResult.Command;
        if (result.UnmatchedTokens is [var unknown, ..])
        {
            return command.Subcommands.Count > 0
                ? $"'{unknown}' is not one of {NamesOf(command)}."
                : $"{command.Name} has no option '{unknown}': {SeeHelp}";
        }

        var wrong = result.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().ToArray();
        var empty = wrong.FirstOrDefault(option => option is { IdentifierToken: not null, Tokens.Count: 0 });
        var missing = command.Options.OfType<NeededOption>().FirstOrDefault(option => result.GetResult(option)?.IdentifierToken is null);
        return empty is not null ? $"{empty.Option.Name} needs a value: {SeeHelp}"
            : missing is not null ? $"{command.Name} needs {missing.Name} and {missing.What}."
            : result.Errors[0].Message;
    }

    private static string NamesOf(Command root) =>
        $"{string.Join(", ", root.Subcommands.SkipLast(1).Select(command => command.Name))} and {root.Subcommands[^1].Name}";
}
