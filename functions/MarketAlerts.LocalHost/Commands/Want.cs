namespace MarketAlerts.LocalHost.Commands;

/// <summary>What <c>dev.cs</c> sees to before it runs a command; the names are the words that it reads.</summary>
public enum Want
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
