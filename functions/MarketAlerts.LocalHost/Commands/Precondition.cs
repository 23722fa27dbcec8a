namespace MarketAlerts.LocalHost.Commands;

/// <summary>What <c>dev.cs</c> sees to before it runs a command; the names are the words that it reads.</summary>
internal enum Precondition
{
    /// <summary>An Azurite that forgets.</summary>
    Azurite,

    /// <summary>The Azurite that <c>dev.cs start</c> keeps; if one runs, that one.</summary>
    KeptAzurite,

    /// <summary>An inbox that forgets.</summary>
    Inbox,

    /// <summary>An inbox that keeps its mails.</summary>
    KeptInbox,

    /// <summary>Ctrl+C is the command's normal end.</summary>
    CtrlC,
}

/// <summary>What <c>dev.cs</c> does before it runs a command.</summary>
/// <param name="Build">The projects, or the solution, that must be as their sources are.</param>
/// <param name="Wants">What must run.</param>
internal sealed record StartPlan(IReadOnlyList<string> Build, IReadOnlyList<Precondition> Wants)
{
    private const string Host = "functions/MarketAlerts.LocalHost";

    /// <summary>Nothing: what is built and runs will do.</summary>
    public static StartPlan Nothing { get; } = new([], []);

    /// <summary>The plan as <c>dev.cs</c> reads it.</summary>
    public IEnumerable<string> Lines => [.. Build.Select(project => $"build {project}"), .. Wants.Select(want => $"want {want}")];

    /// <summary>This program as its sources are, and what it wants.</summary>
    public static StartPlan ForThisProgram(params Precondition[] wants) => new([Host], wants);
}
