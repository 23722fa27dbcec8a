namespace MarketAlerts.LocalHost.Commands.Tests;

/// <summary>A class of tests, as much of it as it takes to know what to build and start for it.</summary>
/// <param name="Project">The folder of its project.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Methods">The names of its public methods.</param>
public sealed record TestClass(string Project, string Name, IReadOnlyList<string> Methods)
{
    /// <summary>Whether it is run on a storage account.</summary>
    public bool NeedsAzurite { get; init; }

    /// <summary>Whether it looks at the published app.</summary>
    public bool NeedsApp { get; init; }

    /// <summary>Whether the runner finds one of its methods by a part of its full name; it does not mind case either.</summary>
    public bool HasNameWith(string text) => Methods.Any(method => $"{Name}.{method}".Contains(text, StringComparison.OrdinalIgnoreCase));
}
