namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Finds and removes old rows. Nothing that still is to be done is ever old: what waits, and mails that are not sent or refused yet, stay.
/// </summary>
public interface IRetentionStore
{
    /// <summary>The parts of a kind that are cleaned one by one, in an order that stays.</summary>
    Task<IReadOnlyList<string>> PartsAsync(RetainedKind kind, CancellationToken cancellationToken);

    /// <summary>
    /// Removes rows of a part that are older than an instant, oldest or not, as many as asked for at most; returns how many went.
    /// </summary>
    Task<int> RemoveAsync(RetainedKind kind, string part, DateTimeOffset before, int most, CancellationToken cancellationToken);
}

/// <summary>
/// The kinds of rows that are kept for a time. Profiles, history rows of subscribers, claims of <c>once</c> rules and what waits are not
/// among them: they stay.
/// </summary>
public enum RetainedKind
{
    /// <summary>For whom a message was filed; not of the welcome, which is told once for ever.</summary>
    Filed,

    /// <summary>Lines of the ledger.</summary>
    Ledger,

    /// <summary>Mails that are sent or refused, and a week later the contents that they told.</summary>
    Mails,

    /// <summary>Who was told of an incident.</summary>
    Told,

    /// <summary>Votes of subscribers.</summary>
    Votes,

    /// <summary>What the guards did not plainly accept.</summary>
    Verdicts,

    /// <summary>Daily closes.</summary>
    History,

    /// <summary>Incidents.</summary>
    Incidents,

    /// <summary>Stories, with their rows under everything they are about.</summary>
    News,

    /// <summary>Rules that waited for their news.</summary>
    AwaitingNews,
}
