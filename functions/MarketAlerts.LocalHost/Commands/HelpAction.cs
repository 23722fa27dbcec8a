using System.CommandLine;
using System.CommandLine.Invocation;

namespace MarketAlerts.LocalHost.Commands;

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
