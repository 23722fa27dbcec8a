using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>A command with what it needs around it.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, for the help.</param>
/// <param name="plan">What <c>dev.cs</c> does before it, by the options that were given.</param>
internal sealed class DevCommand(string name, string description, Func<ParseResult, StartPlan> plan) : Command(name, description)
{
    /// <summary>What <c>dev.cs</c> does before it.</summary>
    public StartPlan PlanOf(ParseResult line) => plan(line);
}
